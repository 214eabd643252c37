using CsCheck;
using DiscourseLens.Series;

namespace DiscourseLens.Tests.Support;

/// <summary>Random windows, counts, posts and removals over ten weeks and three communities.</summary>
internal sealed class RandomStore : IDisposable
{
    private static readonly double[] s_fractions = [0, 1.0 / 3, 0.5, 1, 1, 1];
    private static readonly string[] s_stances = ["FAVOR", "AGAINST", "NEUTRAL", "UNRELATED"];
    private static readonly string[] s_targets = ["all", "mdma", "lsd"];
    private static readonly string?[] s_languages = ["en", "en", "en", "de", null];
    private static readonly string[][] s_terms = [["depress*", "ptsd"], ["for depression", "depress*"], ["ptsd", "trauma"], ["mental health"], [], [], ["alcoholi*"]];
    private readonly List<long> _posts = [];
    private readonly long[] _communities;
    private readonly long _second;

    private RandomStore()
    {
        Store = new StoreBuilder();
        _communities = [.. Names.Select(name => Store.Community(name))];
        _second = Store.File("b");
    }

    /// <summary>One thing done to a store.</summary>
    internal sealed record Step(int What, int Day, int Community, int Author, int Score, int Pick);

    /// <summary>What a store is made of.</summary>
    internal sealed record Plan(int[] Windows, Step[] Steps);

    public static readonly string[] Names = ["one", "two", "three"];

    public static readonly Gen<Plan> Plans = Gen.Select(
        Gen.Int[0, s_fractions.Length - 1].Array[40],
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 69], Gen.Int[0, 2], Gen.Int[0, 8], Gen.Int[-10_000, 10_000], Gen.Int[0, 1000],
            (what, day, community, author, score, pick) => new Step(what, day, community, author, score, pick)).Array[0, 120],
        (windows, steps) => new Plan(windows, steps));

    public StoreBuilder Store { get; }

    /// <summary>Makes the store, rolling it up after each of some rounds.</summary>
    public static RandomStore Make(Plan plan, int rounds, SeriesOptions options)
    {
        var random = new RandomStore();
        var chunks = plan.Steps.Chunk(Math.Max(1, plan.Steps.Length / rounds)).ToList();
        for (var i = 0; i < chunks.Count; i++)
        {
            if (i == chunks.Count / 2)
                random.AddWindows(plan.Windows);
            foreach (var step in chunks[i])
                random.Do(step);
            random.Store.RollUp(options);
        }

        random.Store.RollUp(options);
        return random;
    }

    public void Dispose() => Store.Dispose();

    // Blocks of five days, from the week before the first post.
    private void AddWindows(int[] fractions)
    {
        (string Kind, long? Community)[] keys = [("comment", null), ("submission", null), ("comment", _communities[0])];
        for (var i = 0; i < fractions.Length; i++)
        {
            var (kind, community) = keys[i % keys.Length];
            var block = i / keys.Length;
            if (s_fractions[fractions[i]] > 0)
            {
                Store.Covers(
                    Day(block * 5 - 7), Day(block * 5 - 2), community, kind, s_fractions[fractions[i]],
                    block % 3 == 0 ? Day(block * 5 + 1) : block % 7 == 0 ? null : "2030-01-01");
            }
        }
    }

    private void Do(Step step)
    {
        var community = _communities[step.Community];
        if (step.What == 0 && _posts.Count > 0)
        {
            Store.Remove(_posts[step.Pick % _posts.Count]);
            _posts.RemoveAt(step.Pick % _posts.Count);
        }
        else if (step.What <= 2)
        {
            Store.Reads(
                Day(step.Day), step.Pick, step.Author == 0 ? 0 : community, step.What == 1 ? "comment" : "submission",
                step.Author == 1 ? null : Day(step.Day + step.Author * 3), step.Pick % 2 == 0 ? Store.FileId : _second);
        }
        else
        {
            var language = s_languages[step.Pick % 5];
            _posts.Add(Store.Post(
                Day(step.Day), community, step.Author == 0 ? null : step.Author,
                step.Pick % 9 == 0 || language == "de" ? null : step.Score / 1e4,
                s_stances[step.Pick % 4], s_targets[step.Pick % 3], step.Pick % 11 != 0, language, s_terms[step.Pick % 7]));
            if (step.Pick % 2 == 0)
                Store.Looks(_posts[^1], step.Pick % 8 < 4 ? 36 : 168, step.Pick % 10 == 0 ? "removed by moderator" : "live");
        }
    }

    private static string Day(int day) => new DateOnly(2022, 12, 20).AddDays(day).ToString("O");
}
