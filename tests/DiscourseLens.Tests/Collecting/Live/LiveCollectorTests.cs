using DiscourseLens.Collecting;
using DiscourseLens.Collecting.Live;
using DiscourseLens.Collecting.Politeness;
using DiscourseLens.Database;

namespace DiscourseLens.Tests.Collecting.Live;

/// <summary>Windows, outages, refusals: what the ledger says of them.</summary>
public sealed class LiveCollectorTests : IAsyncLifetime
{
    private static readonly DateTimeOffset s_start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly LeapingTime _time = new(s_start);
    private FakeReddit _fake = null!;
    private LiveStudy _study = null!;

    public async ValueTask InitializeAsync() => await RestartAsync(4);

    public async ValueTask DisposeAsync()
    {
        _study.Dispose();
        await _fake.DisposeAsync();
    }

    [Fact]
    public async Task Outage_IsMissing_UntilOneRunMakesUpForIt()
    {
        await _study.CollectAsync();
        var before = _fake.Seen.Count;
        _time.LeapTo(s_start.AddDays(2));
        var writes = 0;
        await Assert.ThrowsAsync<InvalidOperationException>(() => _study.CollectAsync(fence: _ =>
        {
            if (++writes == 5)
                throw new InvalidOperationException("dies as it begins to store posts");
        }));
        const string Sql = "select kind, state, sum(until_ms - from_ms) / 60000 from collection_window group by kind, state order by kind, state";
        Assert.Equal(["comment|complete|2998", "comment|missing|2880", "submission|complete|2998", "submission|missing|2880"], _study.Rows(Sql));
        Assert.False((await _study.CollectAsync()).More);
        Assert.Equal(["comment|complete", "submission|complete"], _study.Rows("select kind, state from collection_window group by kind, state order by kind"));
        Assert.InRange(_fake.Seen.Count - before, 4, 40); // one catch-up run, not one for each hour
        new LiveCheck(_study, _fake).Windows();
    }

    [Fact]
    public async Task LongHold_StopsTheRun_AndKeepsWhatCameBefore()
    {
        _fake.Faults.RetryAfter = TimeSpan.FromHours(24);
        foreach (var fault in new[] { Fault.None, Fault.None, Fault.TooManyForSeconds }) // a token, a page, no second page
            _fake.Faults.Next.Enqueue(fault);
        var report = await _study.CollectAsync();
        Assert.True(report.More);
        Assert.InRange(report.NotBefore!.Value - s_start, TimeSpan.FromHours(24), TimeSpan.FromHours(24.1));
        Assert.Contains("127.0.0.1 asks to be left alone until 2026-03-02T00:00", report.Why, StringComparison.Ordinal);
        Assert.InRange(report.Stored, 1, 50);
        Assert.Equal(["missing"], _study.Rows("select distinct state from collection_window"));
        _time.LeapTo(report.NotBefore.Value);
        Assert.False((await _study.CollectAsync()).More);
        Assert.Equal(["complete"], _study.Rows("select distinct state from collection_window"));
    }

    [Fact]
    public async Task Refusal_StopsTheSource_WithASentence()
    {
        _fake.Instead["/api/v1/access_token"] = (200, "{\"error\":\"invalid_grant\"}");
        var refused = await Assert.ThrowsAsync<SourceRefusedException>(() => _study.CollectAsync());
        Assert.Contains("invalid_grant", refused.Message, StringComparison.Ordinal);
        Assert.Equal(refused.Message, LiveWork.StoppedBecause(_study.Database, "fake"));
        Assert.Single(_fake.Seen);
        LiveWork.Clear(_study.Database, "fake");
        Assert.Null(LiveWork.StoppedBecause(_study.Database, "fake"));
    }

    [Theory]
    [InlineData(403, "{\"message\":\"Forbidden\",\"error\":403,\"reason\":\"private\"}", "private")]
    [InlineData(404, "{\"message\":\"Not Found\",\"error\":404,\"reason\":\"banned\"}", "404")]
    public async Task ClosedPlace_Fails_AndLeavesTheOthersAlone(int status, string body, string reason)
    {
        _fake.Instead["/r/TestTown/comments"] = (status, body);
        var report = await _study.CollectAsync();
        Assert.Contains(reason, report.Places.Single(place => place.Trouble is not null).Trouble, StringComparison.Ordinal);
        Assert.Equal(["comment|failed", "submission|complete"], _study.Rows("select distinct kind, state from collection_window order by kind"));
        var asked = _fake.Seen.Count(request => request.Path.EndsWith("comments", StringComparison.Ordinal));
        _time.Leap(TimeSpan.FromHours(1));
        await _study.CollectAsync();
        Assert.Equal(asked, _fake.Seen.Count(request => request.Path.EndsWith("comments", StringComparison.Ordinal)));
        _fake.Instead.Clear();
        _time.Leap(LiveCollector.PlaceRest);
        await _study.CollectAsync();
        Assert.Equal(["complete"], _study.Rows("select distinct state from collection_window"));
        Assert.Equal(_fake.Posts.Showing.Count(post => post.IsComment && post.Created < _time.GetUtcNow().AddMinutes(-3)), _study.Scalar<long>("select count(*) from item where kind = 'comment'"));
    }

    [Fact]
    public async Task DeadListing_IsNotTakenForAQuietOne()
    {
        await _study.CollectAsync();
        _fake.Instead["/r/TestTown/new"] = (200, "{\"kind\":\"Listing\",\"data\":{\"after\":null,\"children\":[]}}");
        _time.LeapTo(s_start.AddDays(3));
        var report = await _study.CollectAsync();
        Assert.Contains("dead or hidden", report.Places.Single(place => place.Trouble is not null).Trouble, StringComparison.Ordinal);
        Assert.Equal(["complete", "failed"], _study.Rows("select distinct state from collection_window where kind = 'submission' order by state"));
        _fake.Instead.Clear();
        _time.Leap(TimeSpan.FromHours(1));
        await _study.CollectAsync();
        Assert.Equal(["complete"], _study.Rows("select distinct state from collection_window"));
    }

    [Fact]
    public async Task QuietPlace_IsCompleteWithNothing()
    {
        await _study.CollectAsync();
        _time.LeapTo(s_start.AddDays(9)); // the posts end on the third day
        await _study.CollectAsync();
        _time.Leap(TimeSpan.FromDays(3));
        await _study.CollectAsync();
        Assert.Equal("complete|0|0", _study.Rows("select state, expected, fetched from live_window where kind = 'submission' order by from_ms desc")[0]);
    }

    [Fact]
    public async Task Overflow_IsTruncated_AndSaysByHowMuch()
    {
        await RestartAsync(60, cap: 120, looksFull: 100);
        await _study.CollectAsync();
        var cut = _study.Rows("select kind, until_ms, expected, fetched, reason from live_window where state = 'truncated' order by kind")[0].Split('|');
        var lost = _fake.Posts.Showing.Count(post => post.IsComment && post.Created.ToUnixTimeMilliseconds() < long.Parse(cut[1], null));
        Assert.Equal("0", cut[3]);
        Assert.InRange(long.Parse(cut[2], null), lost * 0.7, lost * 1.4);
        Assert.Contains("ends after 120 entries", cut[4], StringComparison.Ordinal);
        Assert.Equal(120, _study.Scalar<long>("select fetched from live_window where state = 'complete' and kind = 'comment'"));
    }

    [Fact]
    public async Task Since_ReadsAgain_AndDoublesNothing()
    {
        for (var day = 0; day < 3; day++)
        {
            await _study.CollectAsync();
            _time.Leap(TimeSpan.FromDays(1));
        }

        var before = _study.Rows("select kind, sum(fetched), min(from_ms), max(until_ms) from live_window group by kind order by kind");
        var captures = _study.Scalar<long>("select count(*) from item");
        await _study.CollectAsync(new() { Since = s_start.AddHours(7) });
        new LiveCheck(_study, _fake).Windows();
        var after = _study.Rows("select kind, sum(fetched), min(from_ms), max(until_ms) from live_window group by kind order by kind");
        Assert.Equal(_study.Scalar<long>("select sum(n) from archive_count"), _study.Scalar<long>("select sum(fetched) from live_window"));
        Assert.Equal(before.Select(row => row.Split('|')[2]), after.Select(row => row.Split('|')[2]));
        Assert.True(_study.Scalar<long>("select count(*) from item") >= captures);
    }

    [Fact]
    public async Task TimeBeyondTheReach_IsMissingForGood()
    {
        var collector = new LiveCollector(_study.Database, _study.Scope, _study.Key, _time);
        var source = new ConfiguredSource("short", "Stub", "test", TimeSpan.FromDays(3), new ShortSource());
        await collector.CollectAsync(source, new(), null, TestContext.Current.CancellationToken);
        _time.Leap(TimeSpan.FromDays(2.5));
        await collector.CollectAsync(source, new(), null, TestContext.Current.CancellationToken);
        Assert.Equal(
            ["missing|2880|older than the source shows", "complete|1438|null", "missing|2162|older than the source shows", "complete|1438|null"],
            _study.Rows("""
                select state, sum(until_ms - from_ms) / 60000, reason from (
                    select *, sum(fresh) over (order by from_ms) as run from (
                        select *, state is not lag(state) over (order by from_ms) as fresh from live_window))
                group by run, state, reason order by min(from_ms)
                """));
    }

    [Fact]
    public async Task LostLease_WritesNothing()
    {
        var lost = new LeaseLostException(new Lease(new WorkItem(1, "collect", "fake"), 1));
        await Assert.ThrowsAsync<LeaseLostException>(() => _study.CollectAsync(fence: _ => throw lost));
        Assert.Equal(0, _study.Scalar<long>("select (select count(*) from item) + (select count(*) from live_window) + (select count(*) from live_place)"));
    }

    [Fact]
    public async Task UnchangedPosts_KeepTheirScores_AndAreCapturedOnceADay()
    {
        await _study.CollectAsync();
        var item = _study.Scalar<long>("select id from item order by created_ms desc limit 1");
        using (var connection = _study.Database.Connect())
        {
            Dapper.SqlMapper.Execute(connection, "insert into unscored (item_id, reason) values (@item, 'bot')", new { item });
        }

        _time.Leap(TimeSpan.FromMinutes(30));
        await _study.CollectAsync();
        Assert.Equal(1, _study.Scalar<long>("select count(*) from unscored"));
        Assert.Equal(1, _study.Scalar<long>($"select count(*) from capture where item_id = {item}"));
        Assert.True(_study.Scalar<long>($"select captured_ms from item where id = {item}") > s_start.AddMinutes(29).ToUnixTimeMilliseconds());
        _time.Leap(TimeSpan.FromHours(24));
        await _study.CollectAsync();
        Assert.Equal(2, _study.Scalar<long>($"select count(*) from capture where item_id = {item}"));
    }

    [Fact]
    public async Task EditedAndDeletedPosts_ShowTheirLatestState()
    {
        await _study.CollectAsync();
        var (edited, deleted) = (_fake.Posts.Showing.Last(post => post.IsComment), _fake.Posts.Showing.Last(post => !post.IsComment));
        _fake.Changed[edited.Number] = data => data["body"] = "other words";
        _fake.Changed[deleted.Number] = data => (data["selftext"], data["author"]) = ("[deleted]", "[deleted]");
        _time.Leap(TimeSpan.FromMinutes(30));
        await _study.CollectAsync();
        Assert.Equal(["other words"], _study.Rows($"select text from item_text join item on id = item_id where native_id = '{_fake.IdOf(edited)}'"));
        Assert.Equal(["deleted by author|deleted|null"], _study.Rows(
            $"select state, author_state, text from item left join item_text on id = item_id where native_id = '{_fake.IdOf(deleted)}'"));
    }

    private async Task RestartAsync(double hourly, int cap = 1000, int looksFull = 500)
    {
        if (_fake is not null)
            await DisposeAsync();
        _fake = new FakeReddit(_time, new Faults(1, 0), new FakePosts(3, _time, s_start.AddDays(-2), s_start.AddDays(3), hourly))
        {
            Cap = cap,
            LooksFull = looksFull,
            LosesAnchors = false,
        };
        await _fake.StartAsync(TestContext.Current.CancellationToken);
        _study = new LiveStudy(_fake, new PolitenessOptions { UserAgent = LiveStudy.UserAgent });
    }
}
