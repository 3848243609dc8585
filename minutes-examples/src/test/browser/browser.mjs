// SPDX-License-Identifier: BSD-3-Clause
// What the tests of pages share: the browser, what they note, and the checks that hold for every page of ours.
import axe from "axe-core";
import {createServer} from "node:http";
import {createReadStream, existsSync, statSync} from "node:fs";
import {extname, join, normalize} from "node:path";
import {chromium} from "playwright-core";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".vtt": "text/vtt",
  ".mp4": "video/mp4", ".pdf": "application/pdf", ".json": "application/json", ".xml": "application/rss+xml",
};

/** A static server for a whole folder: ranges, nothing else. */
export function serveBelow(folder) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://x").pathname));
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    if (path.includes("..") || !existsSync(file)) return response.writeHead(404).end();
    const size = statSync(file).size;
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "");
    const from = range ? Number(range[1]) : 0;
    const to = range && range[2] ? Math.min(Number(range[2]), size - 1) : size - 1;
    const head = {"Content-Type": TYPES[extname(file)] ?? "application/octet-stream", "Accept-Ranges": "bytes",
      "Content-Length": to - from + 1};
    if (range) head["Content-Range"] = `bytes ${from}-${to}/${size}`;
    response.writeHead(range ? 206 : 200, head);
    createReadStream(file, {start: from, end: to}).pipe(response);
  });
  return new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(server)));
}

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const failures = [];

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--autoplay-policy=no-user-gesture-required"],
  });
}

export function check(holds, what) {
  console.log(`${holds ? "ok    " : "FAILED"} ${what}`);
  if (!holds) failures.push(what);
}

/** Ends the program: 0 if every check held, 1 otherwise. */
export function finish() {
  console.log(failures.length === 0 ? "all well" : `${failures.length} failed`);
  process.exit(failures.length === 0 ? 0 : 1);
}

/** Opens the page and counts what it asks of others and what it complains about; its own is what lies below the root. */
export async function open(browser, address, {root = address.slice(0, address.lastIndexOf("/")), ...options} = {}) {
  const context = await browser.newContext({locale: "it-IT", ...options});
  const page = await context.newPage();
  const foreign = [];
  const errors = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith("data:") && !url.startsWith(root)) foreign.push(url);
  });
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.goto(address, {waitUntil: "load"});
  return {context, page, foreign, errors};
}

export async function accessible(page, where) {
  await page.evaluate(axe.source);
  const {violations, passes} = await page.evaluate((tags) => window.axe.run(document, {runOnly: tags}), RULES);
  for (const one of violations) {
    console.log(`       ${one.id}: ${one.help}; ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`);
  }
  check(violations.length === 0 && passes.length > 10, `${where}: axe finds no violation (${passes.length} rules passed)`);
}

/** What sticks out to the right, if the page can be scrolled sideways. */
export async function overflow(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > width + 0.5)
      .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}`).slice(0, 8);
  });
}
