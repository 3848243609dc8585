// SPDX-License-Identifier: BSD-3-Clause
// node site.test.mjs SITE_FOLDER [PICTURES_FOLDER [WORD]]
// Opens every kind of page of a site of sessions from a loopback server and from disk; searches for WORD, if the site has
// a search. Exits with 1 if anything is amiss, 64 on wrong usage. No request leaves the machine.
import {existsSync, mkdirSync, readdirSync, readFileSync, statSync} from "node:fs";
import {join, relative, resolve} from "node:path";
import {pathToFileURL} from "node:url";
import {accessible, check, finish, launch, open, overflow, serveBelow} from "./browser.mjs";

const MOST = 2;

const [named, pictures, word = "seduta"] = process.argv.slice(2);
if (!named || !existsSync(join(named, "index.html")) || !existsSync(join(named, "assets"))) {
  console.error("usage: node site.test.mjs SITE_FOLDER [PICTURES_FOLDER [WORD]]   (a site of sessions)");
  process.exit(64);
}
const folder = resolve(named);
if (pictures) mkdirSync(pictures, {recursive: true});

function* pagesBelow(below) {
  for (const entry of readdirSync(below, {withFileTypes: true})) {
    const path = join(below, entry.name);
    if (entry.isDirectory() && !entry.name.startsWith(".")) yield* pagesBelow(path);
    // the report is a page of its own making, with its own test
    else if (entry.name.endsWith(".html") && entry.name !== "report.html") yield relative(folder, path);
  }
}

/** The richest pages of each kind, told apart by how deep they lie. */
function kinds() {
  const size = (page) => statSync(join(folder, page)).size;
  const some = new Map();
  for (const page of [...pagesBelow(folder)].sort((one, other) => size(other) - size(one))) {
    const kind = page.replace(/\d+|(?<=sessions\/\d+\/)[^/]+(?=\/)/g, "N").replace(/(sessions\/N\/)[^/]+\//, "$1O/");
    const list = some.get(kind) ?? [];
    if (list.length < MOST) list.push(page);
    some.set(kind, list);
  }
  return some;
}

async function checkPage(browser, root, name, where, picture) {
  const address = `${root}/${name}`;
  const desk = await open(browser, address, {root, viewport: {width: 1280, height: 900}});
  await desk.page.keyboard.press("Tab");
  check(await desk.page.evaluate(() => document.activeElement.className === "skip"), `${where}: the first stop is the skip link`);
  if (picture) await desk.page.screenshot({path: `${picture}-1280.png`, fullPage: true});
  check(desk.foreign.length === 0, `${where}: nothing is asked of other servers ${desk.foreign.join(" ")}`);
  check(desk.errors.length === 0, `${where}: no error in the console ${desk.errors.join(" | ")}`);
  await accessible(desk.page, where);
  const links = await desk.page.evaluate(() => [...document.querySelectorAll("a[href]")].map((link) => link.getAttribute("href")));
  const dead = links.filter((link) => !/^(https?:|#)/.test(link))
    .filter((link) => !existsSync(join(folder, name, "..", decodeURIComponent(link.split("#")[0]))));
  check(dead.length === 0, `${where}: every link leads somewhere ${dead.join(" ")}`);
  await desk.page.emulateMedia({media: "print"});
  check(!(await desk.page.locator(".trail").first().isVisible().catch(() => false)), `${where}: on paper there is no way back`);
  await desk.context.close();
  for (const width of [390, 320]) {
    const phone = await open(browser, address, {root, viewport: {width, height: 800}});
    const wide = await overflow(phone.page);
    check(wide.length === 0, `${where}: nothing overflows at ${width} px ${wide.join(" ")}`);
    const small = await phone.page.evaluate(() => [...document.querySelectorAll("nav a, button, .ways a, .row h3 a, select, input")]
      .filter((element) => element.offsetParent && element.getBoundingClientRect().height < 24)
      .map((element) => element.textContent));
    check(small.length === 0, `${where}: targets are at least 24 px high at ${width} px ${small.join(" ")}`);
    if (picture && width === 390) await phone.page.screenshot({path: `${picture}-390.png`, fullPage: true});
    await phone.context.close();
  }
  const still = await open(browser, address, {root, javaScriptEnabled: false});
  check((await still.page.locator("main h1").count()) === 1 && (await still.page.locator("main").innerText()).length > 20,
    `${where} without scripts: the content is there`);
  check((await still.page.locator(".ask:visible, .controls:visible").count()) === 0, `${where} without scripts: no dead form`);
  await still.context.close();
}

async function checkSearch(browser, root, where, picture) {
  const {context, page, errors, foreign} = await open(browser, `${root}/search.html`, {root});
  await page.locator("#words").fill(word);
  await page.locator("#words").press("Enter");
  await page.waitForFunction(() => document.getElementById("outcome").textContent !== "", null, {timeout: 20000});
  const links = await page.locator("#found li > a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  check(links.length > 0, `${where}: "${word}" is found (${links.length})`);
  check(links.every((link) => /#t=[\d.]+,[\d.]+$/.test(link)), `${where}: results are fragments of the recording`);
  check(links.every((link) => existsSync(join(folder, decodeURIComponent(link.split("#")[0])))), `${where}: results lead to recordings`);
  if (picture) await page.screenshot({path: `${picture}-found.png`, fullPage: false});
  check(foreign.length === 0 && errors.length === 0, `${where}: nothing asked of others, no error ${errors.join(" | ")}`);
  await accessible(page, `${where} with results`);
  const shared = await page.locator("#found .where a").first().getAttribute("href");
  await page.goto(`${root}/${shared}`, {waitUntil: "load"});
  const at = Number(/t=([\d.]+)$/.exec(shared)[1]);
  await page.waitForFunction((seconds) => Math.abs(document.querySelector("video").currentTime - seconds) < 2, at, {timeout: 20000})
    .then(() => check(true, `${where}: a result opens the page at its moment`), () => check(false, `${where}: a result opens the page at its moment`));
  await page.goto(`${root}/search.html`);
  await page.locator("#words").fill("parolachenessunohadetto");
  await page.locator("#words").press("Enter");
  await page.waitForFunction(() => document.getElementById("outcome").textContent !== "", null, {timeout: 20000});
  check((await page.locator("#found li").count()) === 0, `${where}: what nobody said is not found`);
  await context.close();
}

/** A page of a site finds what checks it among what the site's pages share. */
async function checkVerification(browser, root, name, where) {
  const {context, page, errors, foreign} = await open(browser, `${root}/${name}`, {root});
  await page.locator("#verify-all").click();
  await page.waitForFunction(() => {
    const {className} = document.getElementById("verify-status");
    return className !== "" && className !== "verdict running";
  }, null, {timeout: 60000});
  const kind = await page.evaluate(() => document.getElementById("verify-status").className);
  check(kind === "verdict good" || kind === "verdict part", `${where}: the page verifies itself (${kind})`);
  check(foreign.length === 0 && errors.length === 0, `${where}: nothing asked of others to verify, no error ${errors.join(" | ")}`);
  await context.close();
}

/** Where a recording has several parts, the end of one is the beginning of the next. */
async function checkParts(browser, root, name, where) {
  const {context, page} = await open(browser, `${root}/${name}`, {root});
  await page.waitForFunction(() => [...document.querySelectorAll("video")].every((video) => video.readyState > 0), null, {timeout: 20000});
  await page.evaluate(() => {
    const first = document.querySelector("video");
    first.muted = true;
    first.currentTime = first.duration - 0.3;
    return first.play();
  });
  await page.waitForFunction(() => !document.querySelectorAll("video")[1].paused, null, {timeout: 20000})
    .then(() => check(true, `${where}: the next part goes on by itself`), () => check(false, `${where}: the next part goes on by itself`));
  await context.close();
}

const browser = await launch();
const server = await serveBelow(folder);
try {
  const http = `http://127.0.0.1:${server.address().port}`;
  const disk = pathToFileURL(folder).href;
  const several = [];
  for (const [kind, pages] of kinds()) {
    for (const [number, page] of pages.entries()) {
      const picture = pictures && join(pictures, `${kind.replace(/[^A-Za-z]+/g, "-")}-${number}`);
      await checkPage(browser, http, page, `http ${page}`, picture);
      if ((readFileSync(join(folder, page), "utf8").match(/<video/g) ?? []).length > 1) several.push(page);
    }
    await checkPage(browser, disk, pages[0], `disk ${pages[0]}`);
  }
  if (existsSync(join(folder, "search.html"))) {
    await checkSearch(browser, http, "http search", pictures && join(pictures, "search"));
    await checkSearch(browser, disk, "disk search");
  }
  const verifying = [...kinds().values()].flat().find((page) => readFileSync(join(folder, page), "utf8").includes("verify-panel"));
  if (verifying) await checkVerification(browser, http, verifying, `http ${verifying}`);
  if (several.length) await checkParts(browser, http, several[0], several[0]);
} finally {
  await browser.close();
  server.close();
}
finish();
