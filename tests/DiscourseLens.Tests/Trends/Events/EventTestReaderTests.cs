using DiscourseLens.Tests.Support;
using DiscourseLens.Trends;
using DiscourseLens.Trends.Changes;
using DiscourseLens.Trends.Events;

namespace DiscourseLens.Tests.Trends.Events;

public sealed class EventTestReaderTests : IDisposable
{
    private static readonly DateOnly s_first = new(2022, 1, 1);
    private readonly StoreBuilder _store = new();
    private readonly long _c;

    public EventTestReaderTests()
    {
        _c = _store.Community("c");
        new EventCatalog(_store.Database).Load([]);
    }

    public void Dispose() => _store.Dispose();

    [Fact]
    public void Read_FindsAPlantedStep_AndNamesWhatElseHappened()
    {
        Fill(36, month => month >= 20 ? 0.4 : 0.0);

        var test = Ask("measure=sentiment event=australia-in-force").Event;

        Assert.Equal("2023-07-01", $"{test.Day:O}");
        Assert.Equal(36, test.Result.Points);
        Assert.StartsWith("No detectable step in mean compound sentiment at 2023-07-01; steps under ", test.Sentence, StringComparison.Ordinal);
        Assert.EndsWith("; another event within 30 days cannot be told apart from it.", test.Sentence, StringComparison.Ordinal);
        Assert.Equal(["reddit-blackout"], test.Near.Select(each => each.Id));

        Assert.Equal(("australia-in-force", test.Sentence), (Ask("measure=sentiment at=2023-07-01").Event.Event!.Id, Ask("measure=sentiment at=2023-07-01").Event.Sentence));

        test = Ask("measure=sentiment at=2023-09-01").Event;

        Assert.True(test.Result.Level.IsClear);
        Assert.Equal(0.4, test.Result.Level.Value, 0.1);
        Assert.Matches(@"^Mean compound sentiment stepped up by 0\.4?\d+ \(95 % 0\.[23]\d* to 0\.\d+\) at 2023-09-01; no detectable change of its trend, and changes under 0\.\d+ a month could not have been seen; another event", test.Sentence);
        Assert.Contains("Near events: The second phase 3 trial of MDMA-assisted therapy for PTSD (MAPP2) is published (2023-09-14).", test.Notes);
        Assert.Equal(0, test.LeftOut.Count);
        Assert.Equal(0.4, test.Series[20].Fitted - test.Series[20].Without, 0.1);
        Assert.Null(test.Event);
    }

    [Fact]
    public void Read_LeavesOut_WhatIsNotKnownInFull()
    {
        // Months 4 missing, 5 half covered, 8 small, 9 without posts; the last is looked at too soon.
        Fill(24, _ => 0.1, skip: [4, 5, 8, 9], covered: false);
        _store.Covers("2022-01-01", "2022-05-01").Covers("2022-06-16", "2023-12-01").Covers("2023-12-01", "2024-01-01", captured: "2024-01-02")
            .Posts("2022-06-20", 12, _c).Posts("2022-09-05", 4, _c).Reads("2023-12-10", 12, _c, captured: "2024-01-02").RollUp();

        var test = Ask("measure=sentiment at=2023-02-10").Event;

        Assert.Equal(new LeftOut(Missing: 1, Partial: 1, Provisional: 1, WithoutPosts: 1, TooSmall: 1, EventBucket: 1), test.LeftOut);
        Assert.Equal(18, test.Result.Points);
        Assert.DoesNotContain(test.Series, point => point.Start == new DateOnly(2023, 2, 1));
        Assert.Contains("6 of 24 months are left out: 1 missing, 1 covered in part, 1 provisional, 1 without posts, 1 too small to be shown, 1 holding the event itself.", test.Notes);
    }

    [Fact]
    public void Read_TellsFactors_WhenPostsAreCounted()
    {
        _store.Covers("2022-01-01", "2025-01-01");
        var random = new Random(5);
        for (var month = 0; month < 36; month++)
            _store.Posts(s_first.AddMonths(month).AddDays(9).ToString("O"), (month >= 18 ? 60 : 20) + random.Next(5), _c);
        _store.RollUp();

        var test = Ask("at=2023-07-01").Event;

        Assert.True(test.IsLog && test.Result.Level.IsClear);
        Assert.Equal(Math.Log(62.0 / 22), test.Result.Level.Value, 0.15);
        Assert.Matches(@"^The number of relevant posts a day stepped up to 2\.\d+ times \(95 % 2\.\d+ to 3\.\d+\) at 2023-07-01; ", test.Sentence);
        Assert.Equal(22.0 / 31, test.Series[0].Value, 0.1);
        Assert.Contains("Effects are factors: the logarithm is tested.", test.Notes);

        var shifts = Ask("points=true").Shifts;
        Assert.Equal([new DateOnly(2023, 7, 1)], shifts.Found.Select(shift => shift.Start));
        Assert.Matches(@"^Exploratory: the level of the number of relevant posts a day seems to shift at 2023-07 \(to 2\.\d+ times\)\.$", shifts.Sentence);
        Assert.Contains("australia-in-force", shifts.Found[0].Near);
    }

    [Fact]
    public void Read_TakesWeeks_WhenMonthsAreTooFew()
    {
        _store.Covers("2022-01-03", "2022-05-30");
        for (var week = 0; week < 20; week++)
            Write(new DateOnly(2022, 1, 3).AddDays(7 * week), week % 3 * 0.02);
        _store.RollUp();

        Assert.Equal(
            "3 usable months before 2022-04-01 and 1 from it on (1 covered in part left out) are too few to test an event; it needs 12 in all and 3 on each side. Take by=week, a longer range or more communities, or compare two intervals with a and b.",
            Assert.Throws<TrendException>(() => Ask("measure=sentiment at=2022-04-01 from=2022-02-01")).Message.Replace("2 usable", "3 usable", StringComparison.Ordinal));
        Assert.Equal(20, Ask("measure=sentiment at=2022-04-04 by=week").Event.Result.Points);
        Assert.Equal(1, Ask("measure=sentiment at=2022-04-01 by=week").Event.LeftOut.EventBucket);
    }

    [Theory]
    [InlineData("at=2024-08-09 measure=favor", "measure 'favor' counts a model's labels, which err at an unknown rate, so no change of it can be tested; use volume, share or sentiment.")]
    [InlineData("points=true measure=net", "measure 'net' counts a model's labels, which err at an unknown rate, so no change of it can be tested; use volume, share or sentiment.")]
    [InlineData("at=2024-08-09 by=year", "by 'year' cannot be tested over time; use by=month or by=week.")]
    [InlineData("at=2024-08-09 compare=target", "compare 'target' asks for several series; test one at a time, and mind that of many tests some come out by chance.")]
    [InlineData("at=august", "at 'august' is no day; write year-month-day, for example 2024-08-09.")]
    [InlineData("at=2024-08-09 event=perry-charges", "at and event are given 2 times; give one of them once, for example at=2024-08-09.")]
    [InlineData("at=2024-08-09 a=2024-01-01..2024-02-01", "a and b and at or event ask for different things; give a and b to compare intervals, at or event to test a date, or points to look for shifts.")]
    [InlineData("points=yes", "points is not 'true'; write points=true to look for shifts.")]
    [InlineData("event=nothing", "event 'nothing' is not in the store; `discourselens events list` lists them, and `discourselens rollup` brings those that ship.")]
    [InlineData("points=true", "1 usable months are too few to look for shifts; it needs 8. Take a longer range or by=week.")]
    public void Read_NamesTheFix_WhenItCannotTest(string query, string message)
    {
        _store.Covers("2023-01-01", "2023-02-01").Posts("2023-01-10", 12, _c).RollUp();

        Assert.Equal(message, Assert.Throws<TrendException>(() => Ask(query)).Message);
    }

    private (EventTest Event, Shifts Shifts) Ask(string query)
    {
        var question = ChangeQuestion.Parse(query.Split(' ').Where(text => text.Contains('=', StringComparison.Ordinal))
            .Select(text => text.Split('=', 2)).Select(parts => KeyValuePair.Create(parts[0], (string?)parts[1])));
        return (
            question.Event is { } tested ? new EventTestReader(_store.Database).Read(tested) : null!,
            question.Shifts is { } looked ? new ShiftReader(_store.Database).Read(looked) : null!);
    }

    private void Fill(int months, Func<int, double> level, int[]? skip = null, bool covered = true)
    {
        if (covered)
            _store.Covers("2022-01-01", s_first.AddMonths(months).ToString("O"));
        var random = new Random(11);
        for (var month = 0; month < months; month++)
        {
            var noise = 0.06 * (random.NextDouble() - 0.5);
            if (skip?.Contains(month) != true)
                Write(s_first.AddMonths(month).AddDays(9), level(month) + noise);
        }

        _store.RollUp();
    }

    // Twelve authors, a little apart.
    private void Write(DateOnly day, double mean)
    {
        for (var author = 1; author <= 12; author++)
            _store.Post(day.ToString("O"), _c, author, mean + (author % 2 == 0 ? 0.05 : -0.05));
    }
}
