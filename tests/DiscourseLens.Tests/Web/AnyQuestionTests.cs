using CsCheck;
using DiscourseLens.Tests.Support;
using DiscourseLens.Web;

namespace DiscourseLens.Tests.Web;

/// <summary>Whatever is asked, the answer is numbers or a reason, never a failure of the program.</summary>
public sealed class AnyQuestionTests : IDisposable
{
    private static readonly string[] s_days =
    [
        "0001-01-01", "0001-01-07", "1582-10-15", "1899-12-31", "1900-01-01", "1969-12-31", "1970-01-01", "2023-01-01", "2023-01-31", "2023-02-01",
        "2023-05-31", "2024-02-29", "2023-02-29", "2199-12-31", "2200-01-01", "2200-01-02", "9999-01-01", "9999-12-31", "10000-01-01", "-0001-01-01", "2023-1-1", "",
    ];

    private static readonly string[] s_texts =
        ["all", "reddit", "one", "ONE", "two", "one,two", "nowhere", "\0", "'; drop table item --", "\uD800", "😀", ",", "\\", "%", "mdma", "ptsd", "en", "und", "therapy", "true", "false", "9999999999999999999"];

    private static readonly string[] s_paths =
        ["/api/trend", "/api/trend.csv", "/api/trend.parquet", "/api/trend.svg", "/api/trend.png", "/api/trend.metadata.json", "/api/trend.zip",
            "/api/change", "/api/decompose", "/api/events", "/api/coverage", "/api/options", "/api/definition", "/api/runs", "/api/frozen"];

    private static readonly Dictionary<string, string[]> s_values = new(StringComparer.Ordinal)
    {
        ["measure"] = ["volume", "share", "sentiment", "favor", "against", "neutral", "net", "VOLUME", "7"],
        ["by"] = ["day", "week", "month", "quarter", "year", "decade"],
        ["from"] = s_days,
        ["until"] = s_days,
        ["source"] = s_texts,
        ["class"] = ["therapy", "general", "therapy,general", "none"],
        ["community"] = s_texts,
        ["target"] = ["all", "mdma", "lsd", "none"],
        ["condition"] = ["ptsd", "depression", "none"],
        ["language"] = ["en", "und", "xx"],
        ["age"] = ["0h", "36h", "7d", "99999999999h", "-1d", "2147483647d", "h"],
        ["weight"] = ["post", "author", "both"],
        ["compare"] = ["target", "community", "class", "source", "condition", "language", "author"],
        ["details"] = ["true", "false", "yes"],
        ["a"] = ["2023-01-01..2023-02-01", "0001-01-01..0001-01-02", "9999-12-30..9999-12-31", "1900-01-01..2200-01-01", "2023-02-01..2023-01-01", "..", "2023-01-01"],
        ["b"] = ["2023-02-01..2023-03-01", "2023-01-15..2023-02-15", "9999-01-01..9999-12-31", "2199-12-31..2200-01-01"],
        ["at"] = s_days,
        ["event"] = ["fda-crl-mdma", "nothing", "\0"],
        ["points"] = ["true", "false"],
        ["author"] = s_texts,
    };

    private static readonly Gen<(string Key, string Value)> s_pair = Gen.Int[0, s_values.Count - 1]
        .SelectMany(at => Any(s_values.Values.ElementAt(at)).Select(value => (s_values.Keys.ElementAt(at), value)));

    // Half of the keys are those of dates, which most paths take.
    private static readonly Gen<string> s_question = Gen.Select(
        Any(s_paths), s_pair.Array[0, 4], Any(s_days).Array[0, 2], Any(s_values["by"]).Array[0, 1])
        .Select((path, pairs, days, by) => path + "?" + string.Join('&', pairs
            .Concat(by.Select(value => ("by", value))).Concat(days.Select((day, at) => (at == 0 ? "from" : "until", day)))
            .Select(pair => $"{pair.Item1}={Encoded(pair.Item2)}")));

    private readonly StoreBuilder _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Answers_AreNumbersOrReasons_WhateverIsAsked()
    {
        var (one, two) = (_store.Community("one", "therapy"), _store.Community("two"));
        _store.Covers("2023-01-01", "2023-05-01").Posts("2023-01-05", 12, one, 0.25, "FAVOR", language: "en", terms: ["ptsd"])
            .Posts("2023-02-06", 12, two, -0.5, "AGAINST", "mdma").Posts("2023-03-05", 20, one, 0.5).Reads("2023-01-05", 300, one).RollUp();
        await using var site = await TestSite.StartAsync(_store, services => services.AddSingleton(new RateOptions(1_000_000)));
        var seen = new HashSet<int>();

        await s_question.SampleAsync(
            async question =>
            {
                using var answer = await site.GetAsync(question);
                lock (seen)
                    seen.Add((int)answer.StatusCode);
                Assert.True((int)answer.StatusCode is 200 or 400 or 404 or 409, $"{(int)answer.StatusCode} {question}");
            },
            iter: 1_500, threads: 2);

        Assert.Superset(new HashSet<int> { 200, 400, 404 }, seen);
    }

    private static Gen<string> Any(string[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private static string Encoded(string value) => string.Concat(value.Select(letter =>
        char.IsSurrogate(letter) ? "%ED%A0%80" : Uri.EscapeDataString(letter.ToString())));
}
