// Uses the chat page as a person would. Arguments: URL, browser, folder for pictures.
// Prints one JSON object.
import { chromium } from "playwright-core";

const [url, browserPath, pictures] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: browserPath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
const seen = { errors: [] };
try {
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await phone.newPage();
  page.on("pageerror", e => seen.errors.push(String(e)));
  page.on("console", message => {
    // A browser reports every answer above 399 by itself.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
      seen.errors.push(message.text());
    }
  });
  await page.goto(url);
  await page.waitForFunction(() => document.getElementById("state").textContent === "ready");
  seen.model = await page.locator("#model").textContent();

  const ask = async text => {
    await page.fill("#question", text);
    await page.press("#question", "Enter");
  };
  const idle = () => page.waitForFunction(() => document.getElementById("send").textContent === "Send");

  await ask("#think <img src=x onerror=alert(1)> 你好");
  await page.locator("article.assistant .answer").waitFor();
  await idle();
  seen.answer = await page.locator("article.assistant .answer").textContent();
  seen.images = await page.locator("main img").count();
  seen.reasoningShown = await page.locator(".reasoning").isVisible();
  await page.locator("summary").click();
  seen.reasoning = await page.locator(".reasoning").textContent();
  seen.figures = await page.locator("article.assistant .figures").textContent();
  await page.screenshot({ path: pictures + "/phone.png" });

  await ask("#hang");
  await page.locator("article.assistant .answer", { hasText: "waiting" }).waitFor();
  seen.button = await page.locator("#send").textContent();
  await page.click("#send");
  await idle();
  seen.stopped = await page.locator("article.assistant .figures").last().textContent();

  await ask("#hang");
  await page.locator("article.assistant .answer", { hasText: "waiting" }).nth(1).waitFor();
  await page.keyboard.press("Escape");
  await idle();
  seen.escaped = await page.locator("article.assistant .figures").last().textContent();

  await ask("#half:cuda_oom");
  await page.locator(".problem").waitFor();
  await idle();
  seen.failure = await page.locator(".problem").last().textContent();
  await page.click("#clear");
  await ask("#reject:overloaded");
  await page.locator(".problem").waitFor();
  await idle();
  seen.busy = await page.locator(".problem").last().textContent();
  seen.kept = await page.inputValue("#question");
  await page.click("#more");
  seen.settings = await page.locator("#key").isVisible();
  await page.screenshot({ path: pictures + "/phone-settings.png" });

  await page.fill("#question", "word ".repeat(400) + "x".repeat(500));
  await page.click("#clear");
  await page.press("#question", "Enter");
  await page.locator("article.assistant .answer").waitFor();
  await idle();
  seen.overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  const desk = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: "dark" });
  const wide = await desk.newPage();
  await wide.goto(url);
  await wide.fill("#question", "#think and say something about error budgets");
  await wide.press("#question", "Enter");
  await wide.locator("article.assistant .answer").waitFor();
  await wide.waitForFunction(() => document.getElementById("send").textContent === "Send");
  seen.focus = await wide.evaluate(() => document.activeElement.id);
  await wide.screenshot({ path: pictures + "/desktop.png" });
} finally {
  await browser.close();
}
console.log(JSON.stringify(seen));
