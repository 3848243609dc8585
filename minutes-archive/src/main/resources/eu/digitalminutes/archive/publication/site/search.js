// The search over the transcripts: loads the years that are asked for, one after the other. Nothing leaves the page.
"use strict";

(() => {
  const MOST = 100;
  const form = document.querySelector(".ask");
  const field = document.getElementById("words");
  const year = document.getElementById("year");
  const outcome = document.getElementById("outcome");
  const found = document.getElementById("found");
  const shards = new Map();
  let arriving = null;
  let asked = 0;

  window.minutesSearch = (shard) => { arriving = shard; };

  const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

  // A script instead of a request, so that the page works from disk as well.
  const load = (address) => {
    if (!shards.has(address)) {
      shards.set(address, new Promise((ready) => {
        const script = document.createElement("script");
        script.src = address;
        script.onload = () => { const shard = arriving; arriving = null; script.remove(); ready(shard ?? {}); };
        script.onerror = () => { shards.delete(address); script.remove(); ready({}); };
        document.head.append(script);
      }));
    }
    return shards.get(address);
  };

  const clock = (seconds) => {
    const whole = Math.floor(seconds);
    const two = (number) => String(number).padStart(2, "0");
    return Math.floor(whole / 3600) + ":" + two(Math.floor(whole / 60) % 60) + ":" + two(whole % 60);
  };

  const link = (address, text) => {
    const element = document.createElement("a");
    element.href = address;
    element.textContent = text;
    return element;
  };

  const show = (part, [from, to, text], wanted) => {
    const line = document.createElement("li");
    line.append(link(`${part.page}${encodeURIComponent(part.file)}#t=${from},${to}`, clock(from)), " ");
    let rest = text;
    const low = plain(text);
    if (low.length === text.length) {
      let at = 0;
      const marks = wanted.map((word) => [low.indexOf(word), word.length]).sort((a, b) => a[0] - b[0]);
      for (const [start, length] of marks) {
        if (start < at) continue;
        const mark = document.createElement("mark");
        mark.textContent = text.slice(start, start + length);
        line.append(text.slice(at, start), mark);
        at = start + length;
      }
      rest = text.slice(at);
    }
    line.append(rest);
    const where = document.createElement("span");
    where.className = "where";
    where.append(part.title, " · ", link(`${part.page}index.html#part=${part.part}&t=${from}`, outcome.dataset.page));
    line.append(where);
    found.append(line);
  };

  const search = async () => {
    const mine = ++asked;
    const wanted = plain(field.value).split(/\s+/).filter(Boolean);
    found.replaceChildren();
    outcome.textContent = "";
    if (wanted.length === 0) return;
    let count = 0;
    for (const address of year.value.split(" ").filter(Boolean)) {
      const shard = await load(address);
      if (mine !== asked) return;
      for (const part of [...(shard.parts ?? [])].reverse()) {
        for (const line of part.lines) {
          const text = plain(line[2]);
          if (!wanted.every((word) => text.includes(word))) continue;
          if (++count <= MOST) show(part, line, wanted);
        }
      }
      if (count > MOST) break;
    }
    const {none, some, more} = outcome.dataset;
    outcome.textContent = count === 0 ? none : count > MOST ? more : some.replace("#", count);
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    history.replaceState(null, "", "#q=" + encodeURIComponent(field.value));
    search();
  });
  form.hidden = false;
  const query = new URLSearchParams(location.hash.slice(1)).get("q");
  if (query) {
    field.value = query;
    search();
  }
})();
