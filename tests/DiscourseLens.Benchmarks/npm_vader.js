// Scores the texts of an NDJSON file with the npm package vader-sentiment, one round for every line on standard input.
// Arguments: the folder that holds node_modules, the file. A line is the CPU seconds of a round; the answer is one line of JSON.
const fs = require('fs');
const path = require('path');
const readline = require('readline');
const [folder, file] = process.argv.slice(2);
const { SentimentIntensityAnalyzer } = require(path.resolve(folder, 'node_modules', 'vader-sentiment'));
const texts = fs.readFileSync(file, 'utf8').split('\n').filter(line => line).map(line => JSON.parse(line).text);
let at = 0;

function round(seconds) {
  const start = process.cpuUsage();
  let count = 0, bytes = 0, used = 0;
  do {
    const text = texts[at];
    SentimentIntensityAnalyzer.polarity_scores(text);
    bytes += Buffer.byteLength(text);
    count++;
    at = (at + 1) % texts.length;
    if (count % 16 === 0) {
      const now = process.cpuUsage(start);
      used = (now.user + now.system) / 1e6;
    }
  } while (used < seconds);
  return { count, bytes, seconds: used };
}

readline.createInterface({ input: process.stdin }).on('line', line =>
  process.stdout.write(JSON.stringify(round(Number(line))) + '\n'));
