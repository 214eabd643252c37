using CsCheck;
using DiscourseLens.Series;
using DiscourseLens.Tests.Support;
using DiscourseLens.Trends;
using DiscourseLens.Trends.Changes;

namespace DiscourseLens.Tests.Trends.Suppression;

public sealed class IntervalHidingTests : IDisposable
{
    private static readonly string[] s_unions = ["one", "two", "three", "one,two", "one,three", "two,three", "one,two,three"];
    private readonly StoreBuilder _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void Read_HidesASide_WhereTheSourceWouldTellASmallCommunity()
    {
        ThreeCommunities();

        Assert.Equal(["53 83", "30 30", "hidden 20", "<10 33", "hidden 50", "23 53"], Shown("all", "a", "b", "c", "a,b", "b,c"));
        var change = Read("community=a,b measure=sentiment");
        Assert.Equal((true, null, null, null, null), (change.A.Suppressed, change.A.Value, change.A.Low, change.A.Concentration, change.A.AuthorMean));
        Assert.Equal("hidden", change.A.Authors.ToString());
        Assert.Null(change.Difference);
        Assert.Null(change.Decomposition);
        Assert.Equal(
            "Mean compound sentiment cannot be compared: A (2023-01-01..2023-02-01) stays hidden, as what few posts or authors said could be had from it by subtraction.",
            change.Sentence);
    }

    [Fact]
    public void Read_HidesAUnionOfSources_WhereOneIsTooSmallByItself()
    {
        var forum = _store.Source("forum");
        var (here, there) = (_store.Community("here"), _store.Community("there", source: forum));
        _store.Covers("2023-01-01", "2023-03-01").Covers("2023-01-01", "2023-03-01", source: forum)
            .Posts("2023-01-05", 20, here).Posts("2023-01-05", 3, there).Posts("2023-02-05", 20, here).Posts("2023-02-05", 12, there).RollUp();

        Assert.Equal(["hidden 32", "20 20", "<10 12"], new[] { "all", "reddit", "forum" }.Select(source => Counts(Read($"source={source}"))));
    }

    [Fact]
    public void Read_TellsNoPart_WhereTheSourceWouldTellWhoCameToASmallCommunity()
    {
        var (a, b) = (_store.Community("a"), _store.Community("b"));
        _store.Covers("2023-01-01", "2023-03-01");
        Write("2023-01-10", a, 1, 20);
        Write("2023-02-10", a, 11, 30);
        Write("2023-01-10", b, 101, 120);
        Write("2023-02-10", b, 101, 122); // two came
        _store.RollUp();

        var change = Read("community=a measure=sentiment");

        Assert.Equal("20 20", Counts(change));
        Assert.NotNull(change.Difference);
        Assert.True(change.Decomposition!.Suppressed);
        Assert.False(Read("community=all measure=sentiment").Decomposition!.Suppressed);
    }

    /// <summary>Whoever asks for all unions of communities over the same two intervals can tell only sums that may be shown.</summary>
    [Fact]
    public void Read_LeavesNothingToSubtract_WhateverUnionsAreAsked()
    {
        var hidden = 0;
        RandomStore.Plans.Sample(
            plan =>
            {
                var options = new SeriesOptions { Suppression = new(6, 3) };
                using var random = RandomStore.Make(plan, rounds: 1, options);
                random.Store.Covers("2022-12-01", "2023-04-01").Covers("2022-12-01", "2023-04-01", kind: "submission").RollUp(options);
                var (shown, small) = (new List<double[]>(), new List<double[]>());
                foreach (var union in s_unions.Append("all"))
                {
                    var (at, side) = (Places(union), Read(random.Store, options, $"community={union} {Halves}").A);
                    if (!side.Suppressed)
                        shown.Add(at);
                    else if (side.N == ShownCount.Untold)
                        hidden++;
                    else
                        small.Add(at);
                }

                var told = new LinearSpan(shown);
                Assert.DoesNotContain(small, told.Holds);
            },
            iter: 30, threads: 1);
        Assert.True(hidden > 0, "no store had anything to hide");
    }

    private const string Halves = "a=2022-12-20..2023-01-20 b=2023-01-20..2023-03-01";

    private static double[] Places(string union) =>
        [.. RandomStore.Names.Select(name => union == "all" || union.Split(',').Contains(name) ? 1.0 : 0.0)];

    private void ThreeCommunities()
    {
        var (a, b, c) = (_store.Community("a"), _store.Community("b"), _store.Community("c"));
        _store.Covers("2023-01-01", "2023-03-01").Posts("2023-01-05", 30, a).Posts("2023-01-05", 20, b).Posts("2023-01-05", 3, c)
            .Posts("2023-02-05", 30, a).Posts("2023-02-05", 20, b).Posts("2023-02-05", 33, c).RollUp();
    }

    private void Write(string day, long community, int from, int to)
    {
        for (var author = from; author <= to; author++)
            _store.Post(day, community, author, 0.2 + author / 1e3);
    }

    private List<string> Shown(params string[] unions) => [.. unions.Select(union => Counts(Read($"community={union}")))];

    private static string Counts(Change change) => $"{change.A.N} {change.B.N}";

    private Change Read(string query) => Read(_store, null, $"{query} a=2023-01-01..2023-02-01 b=2023-02-01..2023-03-01");

    private static Change Read(StoreBuilder store, SeriesOptions? options, string query) => new ChangeReader(store.Database, options).Read(ChangeQuery.Parse(
        query.Split(' ').Select(text => text.Split('=', 2)).Select(parts => KeyValuePair.Create(parts[0], (string?)parts[1]))));
}
