using System.Text.Json;
using System.Text.RegularExpressions;
using DiscourseLens.Tests.Docs;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Scoring.Stance.Training;

/// <summary>Keeps the seed texts clean: form, doubles, the codebook's own words, balance and spread.</summary>
public sealed partial class SeedTests
{
    private static readonly string[] s_fields =
        ["id", "voice", "scenario", "label", "sub", "targets", "style", "title", "text", "parent", "parent_title", "flags", "edge"];

    private static readonly HashSet<string> s_targets = ["mdma", "psilocybin", "ketamine", "lsd", "other", "general"];

    private static readonly HashSet<string> s_flags =
    [
        "sarcasm", "quote", "question", "context-needed", "conditional", "comparison", "policy", "spam", "rhetorical", "anecdote", "news", "science",
    ];

    private static readonly Lazy<IReadOnlyList<Seed>> s_seeds = new(() =>
    [
        .. Directory.GetFiles(RepositoryFolder.PathOf("src/DiscourseLens/Scoring/Stance/Seeds"), "*.ndjson").Order(StringComparer.Ordinal)
            .SelectMany(file => File.ReadLines(file).Select(line => new Seed(Path.GetFileNameWithoutExtension(file), JsonDocument.Parse(line).RootElement))),
    ]);

    [Fact]
    public void Seeds_HaveTheirForm()
    {
        Assert.InRange(s_seeds.Value.Count, 6000, 20_000);
        Assert.Equal(s_seeds.Value.Count, s_seeds.Value.Select(seed => seed.Id).Distinct().Count());
        Assert.Empty(s_seeds.Value.Where(seed => !IsSound(seed)).Select(seed => seed.Id));
    }

    [Fact]
    public void Seeds_ShareNoFiveWordsWithTheCodebooksExamples()
    {
        var examples = Documents.Read("docs/codebook.md").Split('\n').Select(line => Example().Match(line)).Where(match => match.Success)
            .SelectMany(match => Sequences(match.Groups[1].Value, 5)).ToHashSet();
        Assert.NotEmpty(examples);
        Assert.Empty(s_seeds.Value.Where(seed => seed.Texts.SelectMany(text => Sequences(text, 5)).Any(examples.Contains)).Select(seed => seed.Id));
    }

    [Fact]
    public void Seeds_AreNoNearDoublesOfEachOther()
    {
        const double MostShared = 0.45;
        var sequences = s_seeds.Value.Select(seed => Sequences($"{seed.Text("title")} {seed.Text("text")}", 4).ToHashSet()).ToList();
        var holders = new Dictionary<string, List<int>>();
        var doubles = new List<string>();
        for (var i = 0; i < sequences.Count; i++)
        {
            var shared = new Dictionary<int, int>();
            foreach (var sequence in sequences[i])
            {
                if (!holders.TryGetValue(sequence, out var others))
                    holders[sequence] = others = [];
                foreach (var other in others)
                    shared[other] = shared.GetValueOrDefault(other) + 1;
                others.Add(i);
            }
            doubles.AddRange(shared.Where(pair => pair.Value >= 4 && pair.Value > MostShared * Math.Min(sequences[i].Count, sequences[pair.Key].Count))
                .Select(pair => $"{s_seeds.Value[i].Id} and {s_seeds.Value[pair.Key].Id}"));
        }
        Assert.Empty(doubles);
    }

    [Fact]
    public void Seeds_AreBalanced_InEveryVoice()
    {
        foreach (var voice in s_seeds.Value.GroupBy(seed => seed.Voice))
        {
            Assert.InRange(voice.Count(), 100, 400);
            Assert.Equal(4, voice.Select(seed => seed.Text("label")).Distinct().Count());
            Assert.All(voice.GroupBy(seed => seed.Text("label")), label => Assert.InRange(label.Count() / (double)voice.Count(), 0.07, 0.55));
        }
        Assert.All(Enumerable.Range(1, 46), row => Assert.InRange(s_seeds.Value.Count(seed => seed.Edge == row), 10, int.MaxValue));
    }

    [Fact]
    public void Seeds_AreSpread_OverWordsOpeningsAndScenarios()
    {
        var seeds = s_seeds.Value;
        Assert.InRange(seeds.SelectMany(seed => Words(seed.Text("text")!)).Distinct().Count(), 15_000, int.MaxValue);
        Assert.All(seeds.GroupBy(seed => string.Join(' ', Words(seed.Opening).Take(2))), opening => Assert.InRange(opening.Count(), 1, seeds.Count / 100));
        Assert.All(seeds.GroupBy(seed => (seed.Voice, seed.Text("scenario"))), scenario => Assert.InRange(scenario.Count(), 1, 40));
    }

    private static bool IsSound(Seed seed)
    {
        var (label, sub, targets) = (seed.Text("label"), seed.Text("sub"), seed.List("targets"));
        return seed.Fields.Where(field => field != "target_labels").SequenceEqual(s_fields)
            && seed.Voice == seed.File && seed.Id.StartsWith(seed.Voice + "-", StringComparison.Ordinal)
            && label is "FAVOR" or "AGAINST" or "NEUTRAL" or "UNRELATED"
            && (label == "NEUTRAL") == (sub is "none" or "mixed" or "unclear")
            && targets.All(s_targets.Contains) && (label == "UNRELATED") == (targets.Count == 0)
            && seed.Text("style") is "therapy" or "substance" or "mental-health" or "general"
            && seed.List("flags").All(s_flags.Contains) && !string.IsNullOrWhiteSpace(seed.Opening);
    }

    private static string[] Words(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(match => match.Value)];

    private static IEnumerable<string> Sequences(string text, int length)
    {
        var words = Words(text);
        return Enumerable.Range(0, Math.Max(0, words.Length - length + 1)).Select(from => string.Join(' ', words[from..(from + length)]));
    }

    [GeneratedRegex("[a-z0-9']+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^\| \d+ \| (.*?) \| ")]
    private static partial Regex Example();

    private sealed record Seed(string File, JsonElement Line)
    {
        public string Id => Text("id")!;

        public string Voice => Text("voice")!;

        public int? Edge => Line.GetProperty("edge") is { ValueKind: JsonValueKind.Number } edge ? edge.GetInt32() : null;

        /// <summary>The text; the title where a post is no more than that.</summary>
        public string Opening => Text("text") is { Length: > 0 } text ? text : Text("title") ?? "";

        public IEnumerable<string> Fields => Line.EnumerateObject().Select(property => property.Name);

        public IEnumerable<string> Texts => new[] { Text("title"), Text("text"), Text("parent") }.OfType<string>();

        public string? Text(string field) => Line.GetProperty(field).GetString();

        public List<string> List(string field) => [.. Line.GetProperty(field).EnumerateArray().Select(entry => entry.GetString()!)];
    }
}
