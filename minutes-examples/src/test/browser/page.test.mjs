// SPDX-License-Identifier: BSD-3-Clause
// node page.test.mjs SITE_FOLDER [PICTURES_FOLDER]
// Opens the page of a session from a loopback server and from disk. Exits with 1 if anything is amiss, 64 on wrong usage.
// CHROMIUM names the browser; /usr/bin/chromium otherwise. No request leaves the machine.
import {existsSync, mkdirSync, readFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {pathToFileURL} from "node:url";
import {accessible, check, finish, launch, open, overflow} from "./browser.mjs";
import {serve} from "./server.mjs";

async function checkPlayer(page, where) {
  if ((await page.locator("video").count()) === 0) return check(true, `${where}: no recording is published`);
  const video = page.locator("video").first();
  await page.waitForFunction(() => document.querySelector("video").readyState > 0, null, {timeout: 20000});
  const links = page.locator("a.chapter[data-part='1']");
  const count = await links.count();
  const link = links.nth(Math.min(2, count - 1));
  const start = Number(await link.getAttribute("data-start"));
  await link.focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction((at) => Math.abs(document.querySelector("video").currentTime - at) < 2, start, {timeout: 20000});
  check(true, `${where}: the keyboard jumps to a chapter (${start} s)`);
  await page.waitForFunction(() => document.querySelector(".chapter[aria-current]") !== null, null, {timeout: 10000});
  check((await link.getAttribute("aria-current")) === "true", `${where}: the current chapter is marked`);
  check((await page.url()).endsWith(`t=${start}`), `${where}: the address names the moment`);
  const tracks = await video.evaluate((element) => [...element.textTracks].map(({kind, mode}) => [kind, mode]));
  check(tracks.filter(([kind]) => kind === "captions").length <= 1, `${where}: one track of captions at most`);
  await video.evaluate((element) => [...element.textTracks].forEach((track) => {
    if (track.mode === "disabled") track.mode = "hidden";
  }));
  await page.waitForFunction(
    (expected) => [...document.querySelector("video").textTracks].find(({kind}) => kind === "chapters")?.cues?.length === expected,
    count, {timeout: 10000});
  check(true, `${where}: the player has the ${count} chapters of the page`);
  const button = page.locator("button.captions").first();
  if (await button.count()) await checkCaptions(page, video, button, where);
  const play = page.locator("button.play").first();
  await play.click();
  await page.waitForTimeout(300);
  const paused = await video.evaluate((element) => element.paused);
  await play.click();
  await page.waitForTimeout(300);
  check((await video.evaluate((element) => element.paused)) !== paused, `${where}: the play button plays and pauses`);
}

async function checkCaptions(page, video, button, where) {
  const shown = () => video.evaluate((element) => [...element.textTracks].find(({kind}) => kind === "captions")?.mode === "showing");
  await page.waitForFunction(
    () => [...document.querySelector("video").textTracks].find(({kind}) => kind === "captions")?.cues?.length > 0, null, {timeout: 10000});
  const lines = await page.locator(".line[data-part='1']").count();
  const cues = await video.evaluate((element) => [...element.textTracks].find(({kind}) => kind === "captions").cues.length);
  check(cues === lines, `${where}: the player has the ${lines} captions of the transcript`);
  check((await shown()) && (await button.getAttribute("aria-pressed")) === "true", `${where}: captions are on at first`);
  await button.click();
  check(!(await shown()) && (await button.getAttribute("aria-pressed")) === "false", `${where}: the button turns captions off`);
  await button.click();
  check(await shown(), `${where}: the button turns captions on`);
  const first = page.locator(".line[data-part='1']").first();
  const middle = (Number(await first.getAttribute("data-start")) + Number(await first.getAttribute("data-end"))) / 2;
  await video.evaluate((element, at) => { element.pause(); element.currentTime = at; }, middle);
  await page.waitForFunction(
    () => [...document.querySelector("video").textTracks].find(({kind}) => kind === "captions").activeCues?.length > 0, null, {timeout: 10000});
  check(true, `${where}: a caption shows while its words are spoken`);
}

async function checkFind(page, where) {
  const find = page.locator("#find");
  if ((await find.count()) === 0) return;
  const all = await page.locator(".line").count();
  const word = (await page.locator(".line .said").first().innerText()).split(/\s+/).sort((one, other) => other.length - one.length)[0];
  await find.fill(word.toUpperCase());
  const left = await page.locator(".line:visible").count();
  check(left > 0 && left < all, `${where}: the transcript shows the ${left} lines with "${word}"`);
  await find.fill("parolachenessunohadetto");
  check((await page.locator(".line:visible").count()) === 0, `${where}: and none with what nobody said`);
  await find.fill("");
  check((await page.locator(".line:visible").count()) === all, `${where}: and all of them again`);
}

async function checkKeyboard(page, where) {
  await page.evaluate(() => { document.activeElement?.blur(); window.scrollTo(0, 0); });
  await page.keyboard.press("Tab");
  check(await page.evaluate(() => document.activeElement.className === "skip"), `${where}: the first stop is the skip link`);
  await page.keyboard.press("Enter");
  check(await page.evaluate(() => document.activeElement.id === "main"), `${where}: the skip link leads to the content`);
}

async function checkAll(browser, address, where, pictures) {
  const desk = await open(browser, address, {viewport: {width: 1280, height: 900}});
  await checkKeyboard(desk.page, where);
  await checkPlayer(desk.page, where);
  await checkFind(desk.page, where);
  if (pictures) await desk.page.screenshot({path: join(pictures, `${where}-1280.png`), fullPage: true});
  check(desk.foreign.length === 0, `${where}: nothing is asked of other servers ${desk.foreign.join(" ")}`);
  check(desk.errors.length === 0, `${where}: no error in the console ${desk.errors.join(" | ")}`);
  await accessible(desk.page, where);
  await desk.context.close();

  for (const width of [390, 320]) {
    const phone = await open(browser, address, {viewport: {width, height: 800}});
    const wide = await overflow(phone.page);
    check(wide.length === 0, `${where}: nothing overflows at ${width} px ${wide.join(" ")}`);
    const small = await phone.page.evaluate(() => [...document.querySelectorAll("nav a, button, a.chapter")]
      .filter((element) => element.getBoundingClientRect().height < 24 && element.offsetParent).length);
    check(small === 0, `${where}: targets are at least 24 px high at ${width} px`);
    if (width === 320) await accessible(phone.page, `${where} at 320 px`);
    if (pictures) await phone.page.screenshot({path: join(pictures, `${where}-${width}.png`), fullPage: true});
    await phone.context.close();
  }

  const still = await open(browser, address, {javaScriptEnabled: false});
  const chapter = still.page.locator("a.chapter").first();
  if (await chapter.count()) {
    const target = await chapter.getAttribute("href");
    check(/#t=[\d.]+$/.test(target), `${where} without scripts: chapters link to the moment (${target})`);
    check(await still.page.locator("video[controls] source").count() > 0, `${where} without scripts: the player is there`);
    check(!(await still.page.locator(".controls").first().isVisible()), `${where} without scripts: no dead buttons`);
  }
  check(await still.page.locator("#attendance table").isVisible(), `${where} without scripts: the attendance is there`);
  await still.context.close();
}

const [folder, pictures] = process.argv.slice(2);
if (!folder || !existsSync(join(folder, "index.html"))) {
  console.error("usage: node page.test.mjs SITE_FOLDER [PICTURES_FOLDER]   (a folder with index.html)");
  process.exit(64);
}
if (pictures) mkdirSync(pictures, {recursive: true});
const source = readFileSync(join(folder, "index.html"), "utf8");
check(!/<script(?![^>]*(?:src=|type="application\/(?:ld\+)?json"))/.test(source), "source: no script inside the page");
check(!/\son\w+=|\sstyle=/.test(source), "source: no handler and no style inside the page");
const linked = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(source)[1]);
check(linked["@type"] === "Event", "source: the linked data describe an event");

const browser = await launch();
const server = await serve(resolve(folder));
try {
  await checkAll(browser, `http://127.0.0.1:${server.address().port}/index.html`, "http", pictures);
  await checkAll(browser, pathToFileURL(join(resolve(folder), "index.html")).href, "disk", pictures);
} finally {
  await browser.close();
  server.close();
}
finish();
