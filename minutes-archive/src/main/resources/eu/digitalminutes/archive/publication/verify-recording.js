// Holds a recording against its tree, in several workers; nothing but one run of chunks is ever in memory.
"use strict";

/** Beside this script lies the worker: pages of a site share both. */
const verifyScript = document.currentScript.src;

(() => {
  const verifying = (globalThis.verifying ??= {});
  const RUN = 16;
  const WORKERS = 3;

  /** Something that does a job at a time; a page from disk may start no worker and does it itself. */
  const hand = () => {
    if (location.protocol === "file:") return new Here();
    return new Elsewhere();
  };

  class Elsewhere {
    #worker = new Worker(new URL("verify-worker.js", verifyScript));

    run(job, tell) {
      return new Promise((done, failed) => {
        this.#worker.onmessage = ({data}) => {
          if (data.error) failed(new Error(data.error));
          else if (data.isDone) done();
          else tell(data);
        };
        this.#worker.onerror = () => failed(new Error("worker"));
        this.#worker.postMessage(job);
      });
    }

    end() {
      this.#worker.terminate();
    }
  }

  class Here {
    run(job, tell) {
      return verifying.run(job, tell);
    }

    end() {}
  }

  /**
   * Reads every chunk once. `stop` is asked to be told of a way to stop; `progress` hears of each chunk. The result has
   * the chunks that differ or are missing, and the bytes that are too many.
   */
  verifying.recording = async (source, tree, {progress, onStop}) => {
    const wrong = new Set(tree.leaves.keys());
    let size;
    let checked = 0;
    let isWhole = false;
    let isStopped = false;
    const hands = Array.from({length: Math.min(WORKERS, Math.ceil(tree.leaves.length / RUN))}, hand);
    const stopped = new Promise((_, failed) => onStop(() => {
      isStopped = true;
      failed(Object.assign(new Error("stopped"), {code: "stopped"}));
    }));
    const tell = (message) => {
      if ("isWhole" in message) {
        size = message.size ?? size;
        isWhole ||= message.isWhole;
      } else if (!isStopped) {
        if (tree.leaves[message.index] === message.leaf) wrong.delete(message.index);
        checked += message.bytes;
        progress(Math.min(checked, tree.size), tree.size);
      }
    };
    const job = (first) => ({...source, first, count: RUN});
    const first = (next) => tried(() => hands[0].run(job(next), tell));
    const rest = async (worker, queue) => {
      while (queue.length && !isStopped) {
        const next = queue.shift();
        await tried(() => worker.run(job(next), tell));
      }
    };
    const all = async () => {
      await first(0);
      if (isWhole) {
        size = checked;
      } else {
        const end = Math.min(tree.leaves.length, Math.ceil((size ?? 0) / verifying.CHUNK));
        const queue = [];
        for (let at = RUN; at < end; at += RUN) queue.push(at);
        await Promise.all(hands.map((worker) => rest(worker, queue)));
      }
    };
    try {
      await Promise.race([all(), stopped]);
    } finally {
      hands.forEach((worker) => worker.end());
    }
    const missing = Math.ceil(size / verifying.CHUNK);
    return {size, wrong: [...wrong].sort((a, b) => a - b), missing: size < tree.size ? missing : undefined};
  };

  /** Once more if a connection broke. */
  const tried = async (work) => {
    try {
      await work();
    } catch {
      await work();
    }
  };

  /** Chunks that follow each other, as stretches of bytes. */
  verifying.stretches = (chunks, size) => {
    const stretches = [];
    for (const chunk of chunks) {
      const from = chunk * verifying.CHUNK;
      const to = Math.min(size, from + verifying.CHUNK);
      if (stretches.length && stretches.at(-1).to === from) stretches.at(-1).to = to;
      else stretches.push({from, to});
    }
    return stretches;
  };
})();
