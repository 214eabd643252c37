using CsCheck;
using DiscourseLens.Series;

namespace DiscourseLens.Tests.Support;

/// <summary>Random posts, removals, new scores and changes of class over a year and a half, two sources and eight communities of three classes.</summary>
internal sealed class RandomSources : IDisposable
{
    private static readonly string[] s_classes = ["therapy", "substance", "general"];
    private static readonly string[] s_stances = ["FAVOR", "AGAINST", "NEUTRAL", "UNRELATED"];
    private readonly List<(long Item, string Day, long Source)> _posts = [];
    private readonly long[] _communities;
    private readonly Plan _plan;
    private readonly long _forum;

    private RandomSources(Plan plan)
    {
        _plan = plan;
        Store = new StoreBuilder();
        _forum = Store.Source("forum");
        _communities = [.. Enumerable.Range(0, 8).Select(at =>
            Store.Community($"c{at}", s_classes[at % 3], at < 4 ? Store.SourceId : _forum))];
        Store.Covers("2022-10-01", "2024-04-01").Covers("2022-10-01", "2024-04-01", source: _forum);
    }

    /// <summary>One thing done to a store.</summary>
    internal sealed record Step(int What, int Day, int Community, int Author, int Score, int Pick);

    /// <summary>What a store is made of; whether authors of both sources are the same ones.</summary>
    internal sealed record Plan(bool Shared, Step[] Steps);

    public static readonly Gen<Plan> Plans = Gen.Select(
        Gen.Bool,
        Gen.Select(Gen.Int[0, 19], Gen.Int[0, 500], Gen.Int[0, 7], Gen.Int[0, 9], Gen.Int[-10_000, 10_000], Gen.Int[0, 1000],
            (what, day, community, author, score, pick) => new Step(what, day, community, author, score, pick)).Array[1, 160],
        (shared, steps) => new Plan(shared, steps));

    public StoreBuilder Store { get; }

    /// <summary>Makes the store, rolling it up after each of four rounds.</summary>
    public static RandomSources Make(Plan plan, SeriesOptions options)
    {
        var random = new RandomSources(plan);
        foreach (var round in plan.Steps.Chunk(Math.Max(1, plan.Steps.Length / 4)))
        {
            foreach (var step in round)
                random.Do(step);
            random.Store.RollUp(options);
        }

        return random;
    }

    public void Dispose() => Store.Dispose();

    private void Do(Step step)
    {
        var community = _communities[step.Community];
        var day = new DateOnly(2022, 10, 1).AddDays(step.Day % 7 == 0 ? 91 : step.Day).ToString("O");
        if (step.What == 0 && _posts.Count > 0)
        {
            Store.Remove(_posts[step.Pick % _posts.Count].Item);
            _posts.RemoveAt(step.Pick % _posts.Count);
        }
        else if (step.What == 1)
        {
            // Each source keeps a community of each class that it has.
            Store.Execute("update community set class = @class where id = @id", new { id = _communities[step.Community < 4 ? 3 : 7], @class = s_classes[step.Pick % 3] });
        }
        else if (step.What == 2 && _posts.Count > 0)
        {
            var (item, at, source) = _posts[step.Pick % _posts.Count];
            Store.Execute("update sentiment_score set compound = @compound where item_id = @item", new { item, compound = step.Score / 1e4 });
            Store.Execute("insert or ignore into dirty_day (source_id, day_ms) values (@source, @ms)", new { source, ms = StoreBuilder.Ms(at) });
        }
        else
        {
            var author = step.Author == 0 ? (int?)null : step.Author + (_plan.Shared || step.Community < 4 ? 0 : 100);
            _posts.Add((
                Store.Post(day, community, author, step.Pick % 9 == 0 ? null : step.Score / 1e4, s_stances[step.Pick % 4], step.Pick % 3 == 0 ? "all" : "mdma"),
                day, step.Community < 4 ? Store.SourceId : _forum));
        }
    }
}
