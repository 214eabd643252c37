using CsCheck;
using DiscourseLens.Series;
using DiscourseLens.Trends;
using DiscourseLens.Trends.Suppression;

namespace DiscourseLens.Tests.Trends.Suppression;

public sealed class FacetBlocksTests
{
    private static readonly SuppressionRule s_rule = new(10, 5);

    // Of each community the posts that name a condition and those that do not, some of them none.
    private static readonly Gen<Two[]> s_communities = Gen.Select(
        Gen.OneOf(Gen.Const(0), Gen.Int[1, 30]), Gen.OneOf(Gen.Const(0), Gen.Int[1, 30]), Gen.Int[0, 12], Gen.Int[0, 12], Gen.Int[0, 6], Gen.Int[0, 1])
        .Select((named, rest, namedBy, restBy, both, kind) => Two.Of(named, rest, namedBy, restBy, both, $"class {kind}"))
        .Array[1, 5];

    [Fact]
    public void Of_JoinsACommunityWhoseRestIsSmall_WithAnother()
    {
        // Of 25 posts in 'a' 5 do not name it: all less those who do would tell them.
        var blocks = Blocks([new(20, 5, 20, 5, 25, "general"), new(30, 40, 30, 40, 70, "general"), new(40, 50, 40, 50, 90, "general")]);

        Assert.True(blocks.Hides(new HashSet<long> { 0 }));
        Assert.True(blocks.Hides(new HashSet<long> { 1, 2 }));
        Assert.False(blocks.Hides(new HashSet<long> { 0, 1 }));
        Assert.False(blocks.Hides(new HashSet<long> { 2 }));
    }

    [Fact]
    public void Of_TakesWhatIsHiddenTogetherForOne_WhereOneOfThemHasNone()
    {
        // 5 + 20 posts are known together, and the 20 alone name it: 25 less 20 would tell the 5.
        var blocks = Blocks([new(0, 5, 0, 5, 5, "general"), new(20, 0, 20, 0, 20, "general"), new(50, 50, 50, 50, 100, "general")]);

        Assert.True(blocks.Hides(new HashSet<long> { 1 }));
        Assert.True(blocks.Hides(new HashSet<long> { 2 }));
        Assert.False(blocks.Hides(new HashSet<long> { 0, 1, 2 }));
    }

    /// <summary>
    /// Whoever asks for every union with and without the filter, and adds and subtracts the answers, can still tell only sums that may be
    /// shown: of the posts that name it, of those that do not, and of both.
    /// </summary>
    [Fact]
    public void Hides_LeavesNothingToSubtract_WhateverUnionsAreAsked() => s_communities.Sample(places =>
    {
        var count = places.Length;
        var subsets = Enumerable.Range(1, (1 << count) - 1).ToList();
        var groups = PlaceGroups.Of(All(places), s_rule);
        var blocks = Blocks(places);
        var told = new List<double[]>();
        foreach (var subset in subsets)
        {
            var (communities, cell) = (Communities(subset), Cell(subset));
            var isShown = !s_rule.Hides(cell.N + cell.RestN, Authors(subset, place => place.AuthorsOfAll)) && !groups.Hides(communities);
            if (isShown)
                told.Add(Vector(subset, 1, 1));
            if (cell.N == 0 || (isShown && !cell.IsSmall(s_rule) && !blocks.Hides(communities)))
                told.Add(Vector(subset, 1, 0));
        }

        var basis = new LinearSpan(told);
        foreach (var subset in subsets)
        {
            Assert.False(Is(subset, place => place.Named, place => place.NamedBy) && basis.Holds(Vector(subset, 1, 0)), "posts that name it");
            Assert.False(Is(subset, place => place.Rest, place => place.RestBy) && basis.Holds(Vector(subset, 0, 1)), "posts that do not");
            Assert.False(Is(subset, place => place.Named + place.Rest, place => place.AuthorsOfAll) && basis.Holds(Vector(subset, 1, 1)), "all posts");
        }

        IEnumerable<Two> In(int subset) => places.Where((_, at) => (subset >> at) % 2 == 1);
        HashSet<long> Communities(int subset) => Enumerable.Range(0, count).Where(at => (subset >> at) % 2 == 1).Select(at => (long)at).ToHashSet();
        // Authors of different communities are taken for the same people, the worst case.
        int Authors(int subset, Func<Two, int> of) => In(subset).Max(of);
        bool Is(int subset, Func<Two, int> n, Func<Two, int> authors) => s_rule.Hides(In(subset).Sum(n), Authors(subset, authors));
        PartCell Cell(int subset) => new(
            In(subset).Sum(place => place.Named), Authors(subset, place => place.NamedBy), In(subset).Sum(place => place.Rest),
            Authors(subset, place => Math.Max(0, place.AuthorsOfAll - place.NamedBy)), false);
        // That none name it is told, so they weigh nothing; that all do is not.
        double[] Vector(int subset, int named, int rest) =>
        [
            .. places.Select((place, at) => place.Named > 0 && (subset >> at) % 2 == 1 ? (double)named : 0),
            .. places.Select((place, at) => place.Named + place.Rest > 0 && (subset >> at) % 2 == 1 ? (double)rest : 0),
        ];
    }, iter: 3000);

    private static FacetBlocks Blocks(Two[] places) => FacetBlocks.Of(
        All(places),
        places.Index().Where(place => place.Item.Named > 0).ToDictionary(place => (long)place.Index, place => new TrendCell(place.Item.Named, place.Item.NamedBy, default)),
        s_rule);

    private static List<PlaceCell> All(Two[] places) => places.Index().Where(place => place.Item.Named + place.Item.Rest > 0)
        .Select(place => new PlaceCell(place.Index, place.Item.Class, place.Item.Named + place.Item.Rest, place.Item.AuthorsOfAll)).ToList();

    private sealed record Two(int Named, int Rest, int NamedBy, int RestBy, int AuthorsOfAll, string Class)
    {
        public static Two Of(int named, int rest, int namedBy, int restBy, int both, string @class)
        {
            var (one, other) = (Math.Min(named, namedBy), Math.Min(rest, restBy));
            return new(named, rest, one, other, one + other - Math.Min(both, Math.Min(one, other)), @class);
        }
    }
}
