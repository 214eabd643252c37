using DiscourseLens.Tests.Support;
using DiscourseLens.Trends;
using DiscourseLens.Trends.Changes;

namespace DiscourseLens.Tests.Trends.Changes;

public sealed class ChangeReaderTests : IDisposable
{
    private const string Halves = "a=2023-01-01..2023-02-01 b=2023-02-01..2023-03-01";
    private readonly StoreBuilder _store = new();
    private readonly long _c;

    public ChangeReaderTests() => _c = _store.Community("c");

    public void Dispose() => _store.Dispose();

    [Fact]
    public void Read_ComparesMeansAndSplitsThem_WhenAuthorsStayComeAndLeave()
    {
        _store.Covers("2023-01-01", "2023-03-01");
        Write("2023-01-10", 1, 20, 0.2);
        Write("2023-02-10", 11, 30, 0.6);
        _store.RollUp();

        var change = Read($"measure=sentiment {Halves}");

        Assert.Equal(0.4, change.Difference!.Value, 1e-3);
        Assert.True(change.Difference.IsClear);
        Assert.StartsWith("Mean compound sentiment rose from 0.20 (95 % ", change.Sentence, StringComparison.Ordinal);
        var parts = change.Decomposition!;
        Assert.Equal((10, 10, 10, false), (parts.Stayers, parts.Entrants, parts.Leavers, parts.Suppressed));
        Assert.Equal(change.Difference.Value, parts.Within!.Value + parts.Between!.Value + parts.Entry!.Value + parts.Exit!.Value, 1e-12);
        Assert.Equal(parts.Total!.Value, change.Difference.Value, 1e-12);
        Assert.True(parts.Within.Low > 0 && parts.Within.High < parts.Total);
        Assert.Equal(20, change.A.Concentration!.EffectiveAuthors);
        Assert.Equal((DayMatching.Whole, 31, 28), (change.Matching, change.A.ComparedDays, change.B.ComparedDays));
        Assert.Empty(change.Notes);
    }

    [Fact]
    public void Read_TakesTheCommunitiesOfAClass()
    {
        var (here, there) = (_store.Community("here", "therapy"), _store.Community("there", "therapy"));
        _store.Covers("2023-01-01", "2023-03-01");
        Write("2023-01-10", 1, 20, 0.2);
        Write("2023-02-10", 1, 20, 0.9);
        _store.Posts("2023-01-12", 12, here).Posts("2023-02-12", 14, here).Posts("2023-02-13", 11, there).RollUp();

        var (byClass, byName) = (Read($"class=therapy {Halves}"), Read($"community=here,there {Halves}"));

        Assert.Equal(("12", "25"), (byClass.A.N.ToString(), byClass.B.N.ToString()));
        Assert.Equal((byName.A, byName.B, byName.Difference), (byClass.A, byClass.B, byClass.Difference));
        Assert.Equal(["therapy"], byClass.Query.Series.Classes);
    }

    [Fact]
    public void Read_AgreesWithTheHeadline_WhenAskedForTheSameBuckets()
    {
        _store.Covers("2023-01-01", "2023-03-01");
        Write("2023-01-10", 1, 20, 0.2);
        Write("2023-02-10", 11, 30, 0.21);
        _store.RollUp();

        var change = Read($"measure=sentiment {Halves}");

        Assert.False(change.Difference!.IsClear);
        var size = change.Sentence[change.Sentence.IndexOf("; changes under", StringComparison.Ordinal)..];
        Assert.EndsWith(size, _store.Trend("measure=sentiment").Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_CountsByTheCoveredDay_WhenDaysAreMissing()
    {
        // One post a day and author; a gap of ten days in the second interval, at the places 5 to 14.
        _store.Covers("2023-01-01", "2023-02-05").Covers("2023-02-15", "2023-03-01");
        for (var day = 0; day < 56; day++)
        {
            if (day is < 33 or >= 43)
                _store.Posts(new DateOnly(2023, 1, 3).AddDays(day).ToString("O"), 12, _c);
        }

        _store.RollUp();

        var change = Read("a=2023-01-03..2023-01-31 b=2023-01-31..2023-02-28");

        Assert.Equal((DayMatching.SamePlace, 18, 18), (change.Matching, change.A.ComparedDays, change.B.ComparedDays));
        Assert.Equal((12.0, 12.0, 0.0), (change.A.Value, change.B.Value, change.Difference!.Value));
        Assert.False(change.Difference.IsClear);
        Assert.Equal(BucketState.Partial, change.B.State);
        Assert.Equal("Days not covered in full are left out: 18 of 28 days of A and 18 of 28 of B are compared, the same places in both.", Assert.Single(change.Notes));
        Assert.EndsWith("; only 18 of 28 days of A and 18 of 28 of B are compared.", change.Sentence, StringComparison.Ordinal);
        Assert.Equal(DayMatching.Covered, Read("a=2023-01-03..2023-01-31 b=2023-01-31..2023-03-01").Matching);
    }

    [Fact]
    public void Read_SaysInItsSentence_WhenTheSecondIntervalMayStillChange()
    {
        _store.Covers("2023-01-01", "2023-02-01").Covers("2023-02-01", "2023-03-01", captured: "2023-03-02");
        Write("2023-01-10", 1, 20, 0.2);
        Write("2023-02-10", 1, 20, 0.6);
        _store.RollUp();

        var change = Read($"measure=sentiment {Halves}");

        Assert.StartsWith("Mean compound sentiment rose from ", change.Sentence, StringComparison.Ordinal);
        Assert.EndsWith("; B is provisional.", change.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, 12)]
    [InlineData(12, 4)]
    public void Read_TellsNothing_WhenASideIsSmall(int first, int second)
    {
        _store.Covers("2023-01-01", "2023-03-01").Posts("2023-01-10", first, _c, 0.5).Posts("2023-02-10", second, _c, 0.5).RollUp();

        var change = Read($"measure=sentiment {Halves}");

        var small = first < second ? change.A : change.B;
        Assert.Equal(("<10", "<5", null, null, true), (small.N.ToString(), small.Authors.ToString(), small.Value, small.Concentration, small.Suppressed));
        Assert.Null(change.Difference);
        Assert.Null(change.Decomposition);
        Assert.Contains("cannot be compared", change.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 12, 11, 30)] // two stay
    [InlineData(1, 14, 1, 30)] // nobody leaves, 16 come
    [InlineData(1, 30, 4, 30)] // three leave
    [InlineData(1, 27, 1, 30)] // three come
    public void Read_TellsNoPart_WhenAGroupIsSmall(int from1, int to1, int from2, int to2)
    {
        _store.Covers("2023-01-01", "2023-03-01");
        Write("2023-01-10", from1, to1, 0.2);
        Write("2023-02-10", from2, to2, 0.6);
        _store.RollUp();

        var parts = Read($"measure=sentiment {Halves}").Decomposition!;

        var empty = from1 == from2 && to1 == 14; // an empty group points at nobody
        Assert.Equal(!empty, parts.Suppressed);
        Assert.Equal(empty, parts is { Total: not null, Within: not null, Between: not null, Entry: not null, Exit: not null, Stayers: not null, Entrants: not null, Leavers: not null });
        Assert.Equal(!empty, parts == new Decomposition(null, null, null, null, null, null, null, null, true));
    }

    [Fact]
    public void Read_SaysSo_WhenOneAuthorWroteMuchAndVotesDisagree()
    {
        _store.Covers("2023-01-01", "2023-03-01");
        Write("2023-01-10", 1, 20, 0.3);
        Write("2023-02-10", 1, 20, 0.4);
        for (var i = 0; i < 20; i++)
            _store.Post("2023-02-11", _c, 1, -0.9);
        _store.RollUp();

        var notes = Read($"measure=sentiment {Halves}").Notes;

        Assert.Contains("One author wrote 53 % of the posts of B.", notes);
        Assert.Contains("By one author, one vote the change has the other sign: +0.04.", notes);
    }

    [Theory]
    [InlineData("a=2023-01-01..2023-02-01", "b is given 0 times; give it once, for example b=2024-01-01..2024-07-01.")]
    [InlineData("a=2023-01-01 b=2023-02-01..2023-03-01", "a '2023-01-01' is no interval; write first day, two dots and the day after the last: 2024-01-01..2024-07-01.")]
    [InlineData("a=2023-02-01..2023-01-01 b=2023-02-01..2023-03-01", "a '2023-02-01..2023-01-01' is no interval; write first day, two dots and the day after the last: 2024-01-01..2024-07-01.")]
    [InlineData("a=2023-01-01..2023-02-02 b=2023-02-01..2023-03-01", "a '2023-01-01..2023-02-02' and b '2023-02-01..2023-03-01' share days; a post can stand on one side only.")]
    [InlineData("by=month a=2023-01-01..2023-02-01", "key 'by' is unknown; use one of a, b, measure, source, class, community, target.")]
    [InlineData("measure=net a=2023-01-01..2023-02-01 b=2023-02-01..2023-03-01", "measure 'net' counts a model's labels, which err at an unknown rate, so no change of it can be tested; use volume, share or sentiment.")]
    [InlineData("a=2019-01-01..2019-02-01 b=2023-02-01..2023-03-01", "a '2019-01-01..2019-02-01' has no day covered in full that can be compared; take another interval, or declare at import what the archives cover (--covers).")]
    public void Read_NamesTheFix_WhenItCannotCompare(string query, string message)
    {
        _store.Covers("2023-01-01", "2023-03-01").Posts("2023-01-10", 12, _c).RollUp();

        Assert.Equal(message, Assert.Throws<TrendException>(() => Read(query)).Message);
    }

    private Change Read(string query) => new ChangeReader(_store.Database).Read(ChangeQuery.Parse(
        query.Split(' ').Select(text => text.Split('=', 2)).Select(parts => KeyValuePair.Create(parts[0], (string?)parts[1]))));

    // One post an author, their values a little apart.
    private void Write(string day, int from, int to, double compound)
    {
        for (var author = from; author <= to; author++)
            _store.Post(day, _c, author, compound + (author % 2 == 0 ? 0.05 : -0.05));
    }
}
