using CsCheck;
using DiscourseLens.Series;
using DiscourseLens.Trends.Suppression;

namespace DiscourseLens.Tests.Trends.Suppression;

public sealed class PlaceGroupsTests
{
    private static readonly SuppressionRule s_rule = new(10, 5);

    private static readonly Gen<PlaceCell[]> s_cells = Gen.Select(Gen.Int[1, 30], Gen.Int[0, 12], Gen.Int[0, 2])
        .Array[1, 6].Select(cells => cells.Select((cell, at) =>
            new PlaceCell(at + 1, $"class {cell.Item3}", cell.Item1, Math.Min(cell.Item1, cell.Item2))).ToArray());

    [Theory]
    [InlineData("a30 b20 c3", "b c")]
    [InlineData("a30 b20 c3 d8", "c d")]
    [InlineData("a30 b20", "")]
    [InlineData("c3 d4", "c d")]
    [InlineData("a30 c3 d4", "a c d")]
    public void Of_HidesTheNextSmallest_UntilTheSumMayBeKnown(string cells, string hidden)
    {
        var groups = PlaceGroups.Of(cells.Split(' ').Select(cell => Cell(cell[0], "general", int.Parse(cell[1..], System.Globalization.CultureInfo.InvariantCulture))), s_rule);

        Assert.Equal(hidden, string.Join(' ', groups.All.SelectMany(group => group).Order().Select(community => (char)community)));
    }

    [Fact]
    public void Of_StaysWithinAClass_WhereThatSuffices()
    {
        var groups = PlaceGroups.Of([Cell('a', "therapy", 3), Cell('b', "therapy", 20), Cell('c', "general", 12), Cell('d', "general", 50)], s_rule);

        Assert.True(groups.Hides(new HashSet<long> { 'a' }));
        Assert.True(groups.Hides(new HashSet<long> { 'b', 'c' }));
        Assert.False(groups.Hides(new HashSet<long> { 'a', 'b' }));
        Assert.False(groups.Hides(new HashSet<long> { 'c' }));
    }

    [Fact]
    public void Of_TakesAnotherClassToo_WhereAClassIsTooSmallAltogether()
    {
        var groups = PlaceGroups.Of([Cell('a', "therapy", 3), Cell('c', "general", 12), Cell('d', "general", 50)], s_rule);

        Assert.Equal([['a', 'c']], groups.All.Select(group => group.Order().Select(community => (char)community)));
    }

    /// <summary>
    /// Whoever asks for every union there is, and adds and subtracts the answers, can still tell only sums that may be shown:
    /// a sum of some communities is told where their indicator is a combination of those of shown unions.
    /// </summary>
    [Fact]
    public void Hides_LeavesNothingToSubtract_WhateverUnionsAreAsked() => s_cells.Sample(cells =>
    {
        var groups = PlaceGroups.Of(cells, s_rule);
        var subsets = Enumerable.Range(1, (1 << cells.Length) - 1).ToList();
        var shown = subsets.FindAll(subset => !IsSmall(subset) && !groups.Hides(Communities(subset)));
        var basis = new LinearSpan(shown.Select(Indicator));

        Assert.DoesNotContain(subsets, subset => IsSmall(subset) && basis.Holds(Indicator(subset)));

        // Authors of different communities are taken for the same people, the worst case.
        bool IsSmall(int subset) => s_rule.Hides(In(subset).Sum(cell => cell.N), In(subset).Max(cell => cell.Authors));
        IEnumerable<PlaceCell> In(int subset) => cells.Where((_, at) => (subset >> at) % 2 == 1);
        HashSet<long> Communities(int subset) => In(subset).Select(cell => cell.Community).ToHashSet();
        double[] Indicator(int subset) => cells.Select((_, at) => (double)((subset >> at) % 2)).ToArray();
    }, iter: 500);

    private static PlaceCell Cell(char community, string @class, int n) => new(community, @class, n, n);
}
