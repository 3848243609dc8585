// Links that jump in the player, play and captions buttons. The page works without this file.
"use strict";

(() => {
  const fromDisk = location.protocol === "file:";
  const players = new Map();

  const clock = (seconds) => {
    const whole = Math.floor(seconds);
    const two = (number) => String(number).padStart(2, "0");
    return Math.floor(whole / 3600) + ":" + two(Math.floor(whole / 60) % 60) + ":" + two(whole % 60);
  };

  // Browsers refuse to load tracks from disk, so their cues are taken from the page.
  const addTracks = (video, part) => {
    const captions = video.querySelector("track[kind=captions]");
    const chapters = video.querySelector("track[kind=chapters]");
    const add = (track, selector, text) => {
      if (!track) return;
      const added = video.addTextTrack(track.kind, track.label, track.srclang);
      added.mode = "hidden";
      for (const element of document.querySelectorAll(selector)) {
        const {part: of, start, end} = element.dataset;
        if (of === part) added.addCue(new VTTCue(Number(start), Number(end), text(element)));
      }
      track.remove();
    };
    add(captions, ".line[data-end]", (line) => line.querySelector(".said").textContent);
    add(chapters, ".chapter[data-end]", (link) => link.querySelector(".what").textContent);
  };

  const captionsOf = (video) => [...video.textTracks].find((track) => track.kind === "captions");

  const mark = (elements, now) => {
    for (const element of elements) {
      const current = now >= Number(element.dataset.start) && now < Number(element.dataset.end);
      if (current !== element.hasAttribute("aria-current")) {
        current ? element.setAttribute("aria-current", "true") : element.removeAttribute("aria-current");
      }
    }
  };

  const prepare = (figure) => {
    const part = figure.dataset.part;
    const video = figure.querySelector("video");
    if (fromDisk) addTracks(video, part);
    const captions = captionsOf(video);
    if (captions) captions.mode = "showing";
    const play = figure.querySelector(".play");
    const switchCaptions = figure.querySelector(".captions");
    const position = figure.querySelector(".clock");
    const timed = document.querySelectorAll(`[data-part="${part}"][data-end]`);
    const length = position.textContent.split(" / ")[1];

    const showPlaying = () => {
      play.textContent = video.paused ? play.dataset.play : play.dataset.pause;
      play.classList.toggle("playing", !video.paused);
    };
    play.addEventListener("click", () => (video.paused ? video.play() : video.pause()));
    for (const event of ["play", "pause", "ended"]) video.addEventListener(event, showPlaying);
    // The recording goes on in the next part.
    video.addEventListener("ended", () => {
      const all = [...players.keys()];
      const next = all[all.indexOf(part) + 1];
      if (next !== undefined) jump(next, 0, true);
    });
    video.addEventListener("timeupdate", () => {
      position.textContent = clock(video.currentTime) + " / " + length;
      mark(timed, video.currentTime);
    });

    if (switchCaptions) {
      const showCaptions = () =>
        switchCaptions.setAttribute("aria-pressed", String(captionsOf(video)?.mode === "showing"));
      switchCaptions.addEventListener("click", () => {
        const track = captionsOf(video);
        if (track) track.mode = track.mode === "showing" ? "hidden" : "showing";
        showCaptions();
      });
      video.textTracks.addEventListener("change", showCaptions);
      showCaptions();
    }
    figure.querySelector(".controls").hidden = false;
    players.set(part, {figure, video});
  };

  const jump = (part, seconds, andPlay) => {
    const player = players.get(part);
    if (!player || !Number.isFinite(seconds)) return false;
    player.video.currentTime = seconds;
    player.figure.scrollIntoView({block: "nearest"});
    if (andPlay) player.video.play().catch(() => {});
    return true;
  };

  document.querySelectorAll(".player").forEach(prepare);

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-start]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const {part, start} = link.dataset;
    if (jump(part, Number(start), true)) {
      event.preventDefault();
      history.replaceState(null, "", "#part=" + part + "&t=" + start);
    }
  });

  // Lines of the transcript without the words that are looked for step aside.
  const find = document.getElementById("find");
  if (find) {
    const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
    const lines = [...document.querySelectorAll(".line")].map((line) => [line, plain(line.textContent)]);
    const status = find.parentElement.querySelector("[role=status]");
    find.addEventListener("input", () => {
      const wanted = plain(find.value).split(/\s+/).filter(Boolean);
      let count = 0;
      for (const [line, text] of lines) {
        line.hidden = !wanted.every((word) => text.includes(word));
        if (!line.hidden) count++;
      }
      const {none, some} = status.dataset;
      status.textContent = wanted.length === 0 ? "" : count === 0 ? none : some.replace("#", count);
    });
    find.parentElement.hidden = false;
  }

  // A shared address such as index.html#part=1&t=200.877 opens at that moment.
  const shared = new URLSearchParams(location.hash.slice(1));
  if (shared.has("t")) jump(shared.get("part") ?? "1", Number(shared.get("t")), false);
})();
