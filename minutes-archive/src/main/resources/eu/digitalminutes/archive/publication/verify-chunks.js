// Reads a recording megabyte by megabyte and gives the digest of each: RFC 9162, 2.1. Runs in workers, and in the page.
"use strict";

(() => {
  const verifying = (globalThis.verifying ??= {});
  const CHUNK = 1 << 20;
  const HEAD = 56;
  const MAGIC = "MINTREE1";

  const sha256 = async (content) => new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

  /** The digest of each chunk of a stream; a leaf is over a zero and the chunk. */
  const digests = async (stream, first, tell) => {
    const leaf = new Uint8Array(CHUNK + 1);
    let filled = 1;
    let index = first;
    const finish = async () => {
      tell({leaf: hex(await sha256(leaf.subarray(0, filled))), index: index++, bytes: filled - 1});
      filled = 1;
    };
    const reader = stream.getReader();
    for (let {done, value} = await reader.read(); !done; {done, value} = await reader.read()) {
      for (let at = 0; at < value.length; ) {
        const part = value.subarray(at, at + leaf.length - filled);
        leaf.set(part, filled);
        filled += part.length;
        at += part.length;
        if (filled === leaf.length) await finish();
      }
    }
    if (filled > 1) await finish();
  };

  /**
   * Reads some chunks of a file that was chosen, or of an address; says first how long the whole is, and whether it comes
   * whole because the server knows no ranges.
   */
  const run = async ({file, address, first, count, signal}, tell) => {
    const from = first * CHUNK;
    const to = from + count * CHUNK;
    if (file) {
      tell({size: file.size, isWhole: false});
      return digests(file.slice(from, to).stream(), first, tell);
    }
    const answer = await fetch(address, {headers: {Range: `bytes=${from}-${to - 1}`}, cache: "no-store", signal});
    const range = /^bytes (\d+)-\d+\/(\d+)$/.exec(answer.headers.get("Content-Range") ?? "");
    if (answer.status === 416) {
      const size = /\/(\d+)$/.exec(answer.headers.get("Content-Range") ?? "");
      return tell({size: size ? Number(size[1]) : from, isWhole: false});
    }
    if (answer.status === 206 && range && Number(range[1]) === from) {
      tell({size: Number(range[2]), isWhole: false});
      return digests(answer.body, first, tell);
    }
    if (answer.status !== 200) throw new Error(String(answer.status));
    if (first > 0) {
      await answer.body.cancel();
      throw new Error("no ranges");
    }
    tell({size: undefined, isWhole: true});
    return digests(answer.body, 0, tell);
  };

  const split = (count) => {
    let left = 1;
    while (left * 2 < count) left *= 2;
    return left;
  };

  const root = async (leaves, from, to) => {
    if (to - from === 1) return leaves[from];
    const middle = from + split(to - from);
    const node = new Uint8Array(65);
    node[0] = 1;
    node.set(await root(leaves, from, middle), 1);
    node.set(await root(leaves, middle, to), 33);
    return sha256(node);
  };

  /** The tree in its own file; its root is computed from its leaves. Nothing else in it is believed. */
  const tree = async (content) => {
    const view = new DataView(content.buffer, content.byteOffset, content.length);
    const isKnown = content.length >= HEAD && new TextDecoder().decode(content.subarray(0, 8)) === MAGIC
      && view.getUint32(8) === CHUNK && view.getUint32(12) === 0;
    const size = isKnown ? Number(view.getBigUint64(16)) : 0;
    const count = Math.ceil(size / CHUNK);
    if (!isKnown || count === 0 || content.length !== HEAD + 32 * count) throw new Error("TREE");
    const leaves = [];
    for (let i = 0; i < count; i++) leaves.push(content.subarray(HEAD + 32 * i, HEAD + 32 * (i + 1)));
    return {size, root: hex(await root(leaves, 0, count)), leaves: leaves.map(hex)};
  };

  Object.assign(verifying, {CHUNK, run, tree});
})();
