// Which seconds of an MP4 lie in which bytes, by its own index (ISO/IEC 14496-12: stts, stsc, stsz, stco).
"use strict";

(() => {
  const verifying = (globalThis.verifying ??= {});
  const MAX_BOXES = 64;
  const MAX_INDEX = 64 << 20;

  const bytesOf = async ({file, address}, from, to) => {
    if (file) return new DataView(await file.slice(from, to).arrayBuffer());
    const answer = await fetch(address, {headers: {Range: `bytes=${from}-${to - 1}`}, cache: "no-store"});
    if (answer.status !== 206) {
      await answer.body?.cancel();
      throw new Error("no ranges");
    }
    return new DataView(await answer.arrayBuffer());
  };

  const type = (view, at) => String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));

  /** The boxes between two places. */
  const boxes = (view, from, to) => {
    const found = [];
    for (let at = from; at + 8 <= to; ) {
      const size = view.getUint32(at);
      const isLong = size === 1;
      const length = isLong ? Number(view.getBigUint64(at + 8)) : size === 0 ? to - at : size;
      if (length < 8 || at + length > to) break;
      found.push({type: type(view, at + 4), from: at + (isLong ? 16 : 8), to: at + length});
      at += length;
    }
    return found;
  };
  const box = (view, parent, ...path) => path.reduce(
    (inside, name) => inside && boxes(view, inside.from, inside.to).find((one) => one.type === name), parent);

  /** Where the index of the file lies. */
  const index = async (source, size) => {
    for (let at = 0, count = 0; at < size && count < MAX_BOXES; count++) {
      const head = await bytesOf(source, at, Math.min(size, at + 16));
      const short = head.getUint32(0);
      const length = short === 1 ? Number(head.getBigUint64(8)) : short === 0 ? size - at : short;
      if (length < 8) return undefined;
      if (type(head, 4) === "moov") return length <= MAX_INDEX ? {from: at, to: Math.min(size, at + length)} : undefined;
      at += length;
    }
    return undefined;
  };

  /** Every group of samples of a track: where it lies, and when it begins and ends. */
  const groups = (view, track) => {
    const header = box(view, track, "mdia", "mdhd");
    const tables = box(view, track, "mdia", "minf", "stbl");
    const table = (name) => box(view, tables, name);
    const [times, groupings, sizes] = ["stts", "stsc", "stsz"].map(table);
    const long = table("co64");
    const places = long ?? table("stco");
    if (!header || !times || !groupings || !sizes || !places) return [];
    const scale = view.getUint32(header.from + (view.getUint8(header.from) === 1 ? 20 : 12));
    const fixed = view.getUint32(sizes.from + 4);
    const count = view.getUint32(places.from + 4);
    const found = [];
    let [sample, time, run, inRun, grouping] = [0, 0, 0, 0, 0];
    for (let i = 0; i < count; i++) {
      const isNext = grouping + 1 < view.getUint32(groupings.from + 4)
        && view.getUint32(groupings.from + 8 + 12 * (grouping + 1)) === i + 1;
      if (isNext) grouping++;
      const from = long ? Number(view.getBigUint64(places.from + 8 + 8 * i)) : view.getUint32(places.from + 8 + 4 * i);
      const begin = time;
      let bytes = 0;
      for (let left = view.getUint32(groupings.from + 8 + 12 * grouping + 4); left > 0; left--, sample++) {
        bytes += fixed || view.getUint32(sizes.from + 12 + 4 * sample);
        time += view.getUint32(times.from + 8 + 8 * run + 4);
        if (++inRun === view.getUint32(times.from + 8 + 8 * run)) [run, inRun] = [run + 1, 0];
      }
      found.push({from, to: from + bytes, begin: begin / scale, end: time / scale});
    }
    return found;
  };

  /**
   * For each stretch of bytes the seconds in it, or nothing where it holds no picture and no sound. Without an index that
   * can be believed, in proportion and so marked.
   */
  verifying.times = async (source, size, seconds, stretches) => {
    const roughly = stretches.map(({from, to}) =>
      ({begin: from / size * seconds, end: to / size * seconds, isRough: true}));
    try {
      const place = await index(source, size);
      if (!place || stretches.some(({from, to}) => from < place.to && to > place.from)) return roughly;
      const view = await bytesOf(source, place.from, place.to);
      const [movie] = boxes(view, 0, view.byteLength);
      const all = boxes(view, movie.from, movie.to).filter((one) => one.type === "trak").flatMap((one) => groups(view, one));
      if (all.length === 0) return roughly;
      return stretches.map(({from, to}) => {
        const hit = all.filter((one) => one.from < to && one.to > from);
        return hit.length === 0 ? {} : {
          begin: hit.reduce((least, one) => Math.min(least, one.begin), Infinity),
          end: Math.min(seconds, hit.reduce((most, one) => Math.max(most, one.end), 0)),
        };
      });
    } catch {
      return roughly;
    }
  };
})();
