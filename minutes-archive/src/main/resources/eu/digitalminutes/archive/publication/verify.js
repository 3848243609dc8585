// The panel that checks signatures, documents and recording in the reader's browser, and says what it found.
"use strict";

(() => {
  const {verifying} = globalThis;
  const holder = document.getElementById("verify-data");
  if (!holder || !verifying) return;

  const WHOLE = 1 << 30;
  const MANY = 20;
  const data = JSON.parse(holder.textContent);
  const panel = document.getElementById("verify-panel");
  const status = document.getElementById("verify-status");
  const results = document.getElementById("verify-results");
  const stopButton = document.getElementById("verify-stop");
  const isFromDisk = location.protocol === "file:";
  const chosen = new Map();
  const state = {signatures: [], files: new Map(), recordings: new Map()};
  let stops = [];
  let run = 0;

  const say = (key, ...values) => data.words[key].replace(/\{(\d)\}/g, (_, number) => values[number]);
  const list = (words) => new Intl.ListFormat(data.locale, {type: "conjunction"}).format(words);
  const clock = (seconds) => {
    const two = (number) => String(number).padStart(2, "0");
    const whole = Math.floor(seconds);
    return Math.floor(whole / 3600) + ":" + two(Math.floor(whole / 60) % 60) + ":" + two(whole % 60);
  };
  const day = (date) => new Intl.DateTimeFormat(data.locale, {dateStyle: "long"}).format(date);
  const moment = (date) => new Intl.DateTimeFormat(data.locale, {dateStyle: "long", timeStyle: "medium"}).format(date);
  const element = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children.filter((child) => child !== undefined));
    return made;
  };

  /** Where the bytes of a signed file are: chosen by the reader, or on the site. */
  const source = (name) => {
    if (chosen.has(name)) return {file: chosen.get(name)};
    const place = data.files[name];
    return place && !isFromDisk ? {address: new URL(encodeURIComponent(place), document.baseURI).href} : undefined;
  };

  const whole = async ({file, address}) => {
    if (file) return file.arrayBuffer();
    const answer = await fetch(address, {cache: "no-store"});
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.arrayBuffer();
  };

  /** The digests that the signatures name, each with how often; a broken signature names none unless there is no other. */
  const named = () => {
    const sound = state.signatures.filter(({fault, unable}) => !fault && !unable);
    const names = new Map();
    for (const {digests} of sound.length ? sound : state.signatures) {
      for (const [name, digest] of digests) names.set(name, [...(names.get(name) ?? []), digest]);
    }
    return names;
  };

  /** A file held against the digests that the signatures name. */
  const held = async (name, digests) => {
    const place = source(name);
    if (!place) return {state: data.files[name] && isFromDisk ? "choose" : "absent"};
    if (new Set(digests.map(({hash, value}) => hash + value)).size > 1) return {state: "disputed"};
    const [{hash, value}] = digests;
    if (!hash) return {state: "unknown"};
    if (place.file && place.file.size >= WHOLE) return {state: "large"};
    try {
      const content = await whole(place);
      const found = verifying.hex(new Uint8Array(await crypto.subtle.digest(hash, content)));
      return {state: found === value ? "same" : "altered", content};
    } catch {
      return {state: "unreachable"};
    }
  };

  const isRecording = (name) => data.parts.some((part) => part.name === name);
  const treeOf = (part) => part.name + ".tree";

  const checkDocuments = async () => {
    state.files.clear();
    for (const [name, digests] of named()) {
      if (!isRecording(name)) state.files.set(name, await held(name, digests));
    }
    for (const part of data.parts) {
      part.tree = await signedTree(part);
      state.recordings.set(part.name, {state: source(part.name) ? "waiting" : isFromDisk ? "choose" : "absent"});
    }
  };

  /** The tree that the signatures cover: the file itself, its root in the facts, or both. */
  const signedTree = async (part) => {
    const file = state.files.get(treeOf(part));
    const facts = state.files.get("minutes.json");
    try {
      const root = facts?.state === "same"
        ? JSON.parse(new TextDecoder().decode(facts.content)).recordings?.find(({name}) => name === part.name)?.treeRoot
        : undefined;
      const place = source(treeOf(part));
      if (!place || file?.state === "altered" || file?.state === "disputed") return undefined;
      const tree = await verifying.tree(new Uint8Array(file?.content ?? await whole(place)));
      const isRoot = root !== undefined && tree.root === root.toLowerCase();
      return isRoot || (root === undefined && file?.state === "same") ? tree : undefined;
    } catch {
      return undefined;
    }
  };

  const checkRecording = async (part) => {
    const place = source(part.name);
    if (!place) return;
    const found = {state: "running"};
    state.recordings.set(part.name, found);
    render();
    const digests = named().get(part.name) ?? [];
    if (!part.tree) {
      const [{hash} = {}] = digests;
      const isSmall = hash && (place.file ? place.file.size : part.bytes) < WHOLE;
      const result = isSmall ? await held(part.name, digests) : {state: "treeless"};
      return void state.recordings.set(part.name, {...result, isWhole: true, content: undefined});
    }
    try {
      const outcome = await verifying.recording(place, part.tree, {
        progress: (done, all) => Object.assign(found, {done, all}) && showProgress(part, found),
        onStop: (stop) => stops.push(stop),
      });
      judge(part, outcome, found);
    } catch (error) {
      found.state = error.code === "stopped" ? "stopped" : "unreachable";
    }
  };

  const judge = (part, {size, wrong, missing}, found) => {
    const {tree} = part;
    const there = wrong.filter((chunk) => missing === undefined || chunk < missing);
    const stretches = verifying.stretches(there, Math.min(size, tree.size));
    Object.assign(found, {
      count: tree.leaves.length, wrong: there.length, times: stretches.map((stretch) => timeOf(part, stretch)),
      missing: size < tree.size ? timeOf(part, {from: size, to: tree.size}).begin ?? 0 : undefined, more: size > tree.size,
      state: wrong.length || size !== tree.size ? "altered" : "same",
    });
  };

  /** The time that some bytes hold, by the table that came with the page; nothing where they hold no picture and no sound. */
  const timeOf = ({times, bytes, seconds}, {from, to}) => {
    if (!times?.spans.length) return {begin: from / bytes * seconds, end: to / bytes * seconds, isRough: true};
    const hit = times.spans.slice(Math.floor(from / times.unit), Math.ceil(to / times.unit)).filter(({length}) => length);
    if (hit.length === 0) return {};
    const begin = Math.min(...hit.map(([first]) => first));
    return {begin, end: Math.min(seconds, Math.max(...hit.map(([, last]) => last))), isRough: times.isRough};
  };

  const checkAll = async (withRecordings) => {
    const current = ++run;
    stops.forEach((stop) => stop());
    stops = [];
    results.setAttribute("aria-busy", "true");
    conclusion("running");
    stopButton.hidden = !withRecordings;
    state.signatures = await Promise.all(data.proofs.map(verifying.signature));
    await checkDocuments();
    if (current !== run) return;
    render();
    if (withRecordings) {
      for (const part of data.parts) {
        if (current === run) await checkRecording(part);
      }
    }
    if (current !== run) return;
    stopButton.hidden = true;
    results.removeAttribute("aria-busy");
    render();
    conclude();
  };

  const conclusion = (kind, text = say(kind)) => {
    status.className = "verdict " + kind;
    status.textContent = text;
  };

  /** One sentence over all. What was signed and is nowhere here is told in the table. */
  const conclude = () => {
    const files = [...state.files, ...state.recordings];
    const bad = [
      ...state.signatures.filter(({fault}) => fault).map((one) => say("fault.signature", signer(one))),
      ...files.filter(([, {state: word}]) => word === "altered" || word === "disputed").map(([name, found]) => name + where(found)),
    ];
    const open = [
      ...state.signatures.filter(({unable}) => unable).map((one) => say("fault.signature", signer(one))),
      ...files.filter(([, {state: word}]) => !["same", "altered", "disputed", "absent"].includes(word)).map(([name]) => name),
    ];
    if (data.unchecked > 0) open.push(say("unchecked", data.unchecked));
    const same = files.filter(([, {state: word}]) => word === "same").length;
    if (bad.length) conclusion("bad", say("verdict.bad", list(bad)));
    else if (data.proofs.length === 0 || named().size === 0) conclusion("part", say("verdict.none"));
    else if (open.length) conclusion("part", say("verdict.part", state.signatures.length, same, list(open)));
    else conclusion("good", say("verdict.good", state.signatures.length, same));
  };

  /** Where a recording differs, in brackets, for the one sentence. */
  const where = ({times = []}) => {
    const places = times.filter(({begin}) => begin !== undefined).slice(0, 3).map(between);
    return places.length ? ` (${places.join("; ")})` : "";
  };

  const between = ({begin, end, isRough}) =>
    say(isRough ? "place.roughly" : "place.between", clock(begin), clock(end));

  const signer = ({chain, file}) => chain[0]?.subject.name ?? file;

  const render = () => {
    const parts = [
      element("h3", {textContent: say("signatures")}), element("ul", {className: "cards"}, ...state.signatures.map(card)),
      element("h3", {textContent: say("files")}), table(),
    ];
    if (data.parts.length) {
      parts.push(element("h3", {textContent: say("recordings")}),
        element("ul", {className: "cards"}, ...data.parts.map(recording)));
    }
    results.replaceChildren(...parts);
  };

  const mark = (kind, text) => element("p", {className: "mark " + kind, textContent: text});

  const card = (one) => {
    const [certificate] = one.chain;
    const kind = one.fault ? "bad" : one.unable ? "part" : "good";
    const facts = element("dl");
    const fact = (key, value) => value && facts.append(
      element("div", {}, element("dt", {textContent: say(key)}), element("dd", {textContent: value})));
    if (certificate) {
      const {subject, issuer} = certificate;
      fact("holder", [[subject.givenName, subject.familyName].filter(Boolean).join(" ") || subject.name, subject.organisation].filter(Boolean).join(", "));
      fact("issuer", [...new Set([issuer.name, issuer.organisation])].filter(Boolean).join(", "));
      fact("validity", say("from-until", day(certificate.from), day(certificate.until)));
      fact("claimed", one.claimed && moment(one.claimed));
      fact("algorithm", [one.format, one.how].filter(Boolean).join(", "));
      fact("chain", links(one.chain));
    }
    return element("li", {}, element("h4", {textContent: signer(one)}),
      mark(kind, say(one.fault ? "fault." + one.fault : one.unable ? "unable." + one.unable : "sound")), facts);
  };

  const links = (chain) => {
    const top = chain.at(-1);
    const names = [...chain.map(({subject}) => subject.name), ...(top.selfIssued ? [] : [top.issuer.name])];
    return names.join(" ← ") + (top.selfIssued ? "" : " " + say("not-inside"));
  };

  const table = () => {
    const body = element("tbody");
    for (const [name, {state: word}] of state.files) {
      const kind = word === "same" ? "good" : word === "altered" || word === "disputed" ? "bad" : "part";
      const count = named().get(name)?.length ?? 0;
      const few = count < state.signatures.length ? element("p", {className: "minor", textContent: say("few", count)}) : undefined;
      body.append(element("tr", {}, element("th", {scope: "row", textContent: name}),
        element("td", {}, mark(kind, say("file." + word)), few)));
    }
    const head = element("thead", {}, element("tr", {},
      element("th", {scope: "col", textContent: say("file")}), element("th", {scope: "col", textContent: say("outcome")})));
    return element("table", {className: "stacking"},
      element("caption", {className: "hidden", textContent: say("files")}), head, body);
  };

  const recording = (part) => {
    const found = state.recordings.get(part.name) ?? {state: "waiting"};
    const item = element("li", {}, element("h4", {textContent: part.name}));
    item.dataset.recording = part.number;
    if (found.state === "running") {
      const bar = element("progress", {max: found.all ?? 1, ariaLabel: say("progress", part.name)});
      if (found.done !== undefined) bar.value = found.done;
      item.append(element("p", {className: "advance"}, bar, element("span")));
    } else {
      item.append(mark(...judgement(part, found)), ...places(part, found));
    }
    return item;
  };

  const showProgress = (part, {done, all}) => {
    const item = results.querySelector(`[data-recording="${part.number}"]`);
    const bar = item?.querySelector("progress");
    if (!bar) return;
    Object.assign(bar, {max: all, value: done});
    item.querySelector("span").textContent = Math.floor(100 * done / all) + " %";
  };

  const judgement = (part, found) => {
    if (found.state === "same") return ["good", found.isWhole ? say("file.same") : say("recording.same", found.count)];
    if (found.state !== "altered") return ["part", say("recording." + found.state)];
    if (found.isWhole) return ["bad", say("recording.altered-somewhere")];
    return ["bad", found.wrong ? say("recording.altered", found.wrong, found.count) : say("recording.length")];
  };

  /** Where a recording differs, in the words of the meeting. */
  const places = (part, found) => {
    const all = found.times ?? [];
    const lines = all.slice(0, MANY).map((time) => {
      if (time.begin === undefined) return element("li", {textContent: say("place.index")});
      const address = `${encodeURIComponent(part.name)}#t=${time.begin.toFixed(3)}`;
      const link = element("a", {href: address, textContent: between(time)});
      Object.assign(link.dataset, {part: part.number, start: time.begin.toFixed(3)});
      const during = part.chapters.filter(({from, to}) => from < time.end && to > time.begin).map(({title}) => title);
      return element("li", {}, link, during.length ? ": " + during.join("; ") : "");
    });
    if (all.length > MANY) lines.push(element("li", {textContent: say("place.others", all.length - MANY)}));
    if (found.missing !== undefined) lines.push(element("li", {textContent: say("place.missing", clock(found.missing))}));
    if (found.more) lines.push(element("li", {textContent: say("place.more")}));
    return lines.length ? [element("ul", {className: "places"}, ...lines)] : [];
  };

  /** Files that the reader chose: by their name, else a recording by its size. */
  const choose = (files) => {
    const names = new Map(Object.entries(data.files).map(([name, place]) => [place, name]));
    const unknown = [];
    for (const file of files) {
      const name = file.name in data.files ? file.name : names.get(file.name)
        ?? data.parts.find(({bytes}) => bytes === file.size)?.name;
      if (name) chosen.set(name, file);
      else unknown.push(file.name);
    }
    const note = document.getElementById("verify-unknown");
    note.textContent = unknown.length ? say("not-signed", list(unknown)) : "";
    note.hidden = unknown.length === 0;
  };

  const begin = (withRecordings) => checkAll(withRecordings).catch((error) => {
    console.error(error);
    stopButton.hidden = true;
    results.removeAttribute("aria-busy");
    conclusion("bad", say("failed"));
  });

  panel.hidden = false;
  if (!globalThis.crypto?.subtle) {
    document.getElementById("verify-controls").hidden = true;
    return conclusion("part", say("insecure"));
  }
  document.getElementById("verify-disk").hidden = !isFromDisk;
  document.getElementById("verify-documents").addEventListener("click", () => begin(false));
  document.getElementById("verify-all")?.addEventListener("click", () => begin(true));
  stopButton.addEventListener("click", () => {
    stops.forEach((stop) => stop());
    stops = [];
  });
  document.getElementById("verify-files").addEventListener("change", ({target}) => {
    choose(target.files);
    begin(true);
  });
})();
