// A worker that reads chunks, so that the player beside it is not held up.
"use strict";

importScripts("verify-chunks.js");

addEventListener("message", async ({data}) => {
  try {
    await verifying.run(data, (message) => postMessage(message));
    postMessage({isDone: true});
  } catch (error) {
    postMessage({error: String(error.message)});
  }
});
