// What users of OpenAI's own client see of the server. Arguments: base URL. Prints one JSON object.
import OpenAI from "openai";

const [baseURL] = process.argv.slice(2);
const client = new OpenAI({ baseURL, apiKey: "not-needed", maxRetries: 0 });
const ask = (content, more = {}) =>
  ({ model: "fake", messages: [{ role: "user", content }], ...more });
const seen = {};

const failure = async promise => {
  try {
    await promise;
    return "none";
  } catch (e) {
    return { name: e.constructor.name, status: e.status ?? null, code: e.code ?? null, param: e.param ?? null };
  }
};

seen.models = (await client.models.list()).data.map(model => model.id);

const whole = await client.chat.completions.create(ask("hello"));
seen.whole = whole.choices[0].message.content;
seen.wholeReason = whole.choices[0].finish_reason;
seen.usage = whole.usage.total_tokens;
seen.requestId = whole._request_id.length;

const stream = await client.chat.completions.create(
  ask("#think", { stream: true, stream_options: { include_usage: true } }));
seen.streamed = "";
seen.reasoning = "";
for await (const chunk of stream) {
  seen.streamed += chunk.choices[0]?.delta?.content ?? "";
  seen.reasoning += chunk.choices[0]?.delta?.reasoning_content ?? "";
  if (chunk.usage) seen.streamUsage = chunk.usage.completion_tokens;
}

const helper = client.chat.completions.stream(ask("helper"));
seen.helper = await helper.finalContent();

const text = await client.completions.create({ model: "fake", prompt: "once" });
seen.text = text.choices[0].text;

seen.wrong = await failure(client.chat.completions.create(ask("x", { temperature: 9 })));
seen.notFound = await failure(client.chat.completions.create(ask("x", { model: "nobody" })));
seen.busy = await failure(client.chat.completions.create(ask("#reject:overloaded")));
seen.broken = await failure((async () => {
  for await (const _ of await client.chat.completions.create(ask("#half:cuda_oom", { stream: true })));
})());

const aborted = await client.chat.completions.create(ask("#hang", { stream: true }));
for await (const _ of aborted) {
  aborted.controller.abort();
}
seen.aborted = true;

console.log(JSON.stringify(seen));
