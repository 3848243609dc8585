// SPDX-License-Identifier: BSD-3-Clause
// A static server like any other: ranges, nothing else.
import {createServer} from "node:http";
import {createReadStream, existsSync, statSync} from "node:fs";
import {basename, extname, join} from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".vtt": "text/vtt",
  ".mp4": "video/mp4", ".pdf": "application/pdf", ".json": "application/json",
};

/**
 * Serves a folder on a free port. Without `ranges` every answer is whole; `delay` holds back each answer that is a range
 * of the recording asked by a script, in milliseconds.
 */
export function serve(folder, {ranges = true, delay = 0} = {}) {
  const server = createServer(async (request, response) => {
    const name = basename(decodeURIComponent(new URL(request.url, "http://x").pathname)) || "index.html";
    const file = join(folder, name);
    if (!existsSync(file)) return response.writeHead(404).end();
    const size = statSync(file).size;
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    const range = ranges ? /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "") : null;
    const from = range ? Number(range[1]) : 0;
    const to = range && range[2] ? Math.min(Number(range[2]), size - 1) : size - 1;
    if (from >= size && range) return response.writeHead(416, {"Content-Range": `bytes */${size}`}).end();
    if (delay && request.headers["sec-fetch-dest"] === "empty" && type === "video/mp4") {
      await new Promise((go) => setTimeout(go, delay));
    }
    const head = {"Content-Type": type, "Content-Length": to - from + 1};
    if (ranges) head["Accept-Ranges"] = "bytes";
    if (range) head["Content-Range"] = `bytes ${from}-${to}/${size}`;
    response.writeHead(range ? 206 : 200, head);
    createReadStream(file, {start: from, end: to}).pipe(response);
  });
  return new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(server)));
}
