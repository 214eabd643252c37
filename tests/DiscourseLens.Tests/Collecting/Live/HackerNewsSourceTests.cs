using System.Text.Json;
using DiscourseLens.Collecting;
using DiscourseLens.Collecting.HackerNews;
using DiscourseLens.Collecting.Politeness;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Collecting.Live;

public sealed class HackerNewsSourceTests : IAsyncLifetime
{
    private static readonly DateTimeOffset s_start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly LeapingTime _time = new(s_start);
    private FakeHackerNews _fake = null!;

    public async ValueTask InitializeAsync()
    {
        _fake = new FakeHackerNews(_time, new Faults(1, 0), new FakePosts(3, _time, s_start.AddDays(-1), s_start.AddHours(-1), 6));
        await _fake.StartAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _fake.DisposeAsync();

    [Fact]
    public async Task Collection_KeepsTextsPlain_AndStatesTold()
    {
        using var study = new LiveStudy(_fake, depth: TimeSpan.FromHours(30));
        await study.CollectAsync();
        Assert.Empty(study.Rows("select text from item_text where text like '%<p>%' or text not like '%Invented words number%'"));
        var showing = _fake.Posts.Showing.ToList();
        var deleted = showing.Count(FakeHackerNews.IsDeleted);
        var dead = showing.Count(post => FakeHackerNews.IsDead(post) && !FakeHackerNews.IsDeleted(post));
        Assert.Equal(
            [$"deleted by author|{deleted}|0|{deleted}", $"live|{showing.Count - deleted - dead}|{showing.Count - deleted - dead}|0", $"removed by moderator|{dead}|0|0"],
            study.Rows("""
                select state, count(*), count(text), sum(author_state = 'deleted') from item left join item_text on item_id = id
                group by state order by state
                """));
        Assert.Equal(["hackernews-algolia|test"], study.Rows("select route, legal_basis from live_source"));
        Assert.Empty(study.Rows("select native_id from item where permalink <> 'https://news.ycombinator.com/item?id=' || native_id"));
    }

    [Fact]
    public async Task OneSecondWithTooManyPosts_IsTruncated_ByTheNumberNotShown()
    {
        _fake.Most = 0;
        var second = _fake.Posts.All[5].Seconds;
        using var http = LiveStudy.Http(_fake.Address, new() { UserAgent = LiveStudy.UserAgent }, _time);
        var source = (HackerNewsSource)_fake.Connect(new SourceClient(http, new() { UserAgent = LiveStudy.UserAgent }, _time));
        var gaps = new List<WindowGap>();
        await foreach (var page in source.ReadAsync(source.Places[0], new(second * 1000, (second + 1) * 1000, second * 1000, null, null), TestContext.Current.CancellationToken))
            gaps.AddRange(page.Gaps);
        var gap = Assert.Single(gaps);
        Assert.Equal((second * 1000, second * 1000 + 1000, "truncated", 1L), (gap.FromMs, gap.UntilMs, gap.State, gap.Missed));
    }

    [Fact]
    public async Task Revisit_TellsWhatBecameOfPosts()
    {
        using var http = LiveStudy.Http(_fake.Address, new() { UserAgent = LiveStudy.UserAgent }, _time);
        var source = (HackerNewsSource)_fake.Connect(new SourceClient(http, new() { UserAgent = LiveStudy.UserAgent }, _time));
        var posts = new[] { _fake.Posts.All.First(FakeHackerNews.IsDeleted), _fake.Posts.All.First(FakeHackerNews.IsDead), _fake.Posts.All.First(post => !FakeHackerNews.IsDeleted(post) && !FakeHackerNews.IsDead(post)) };
        var seen = new List<string?>();
        await foreach (var revisit in source.RevisitAsync([.. posts.Select(_fake.IdOf), "99999999"], TestContext.Current.CancellationToken))
            seen.Add(revisit.Post?.State);
        Assert.Equal([PostState.DeletedByAuthor, PostState.RemovedByModerator, PostState.Live, null], seen);
    }

    [Fact]
    public async Task Searches_AreCommunitiesOfTheirOwn_AndAPostStaysInTheFirst()
    {
        using var http = LiveStudy.Http(_fake.Address, new() { UserAgent = LiveStudy.UserAgent }, _time);
        var source = new HackerNewsSource(
            new() { Queries = ["one", "two"], Search = new Uri(_fake.Address, "api/v1/"), Items = new Uri(_fake.Address, "v0/") },
            new SourceClient(http, new() { UserAgent = LiveStudy.UserAgent }, _time));
        using var study = new TestStudy();
        var scope = new ImportScope(new Dictionary<string, string> { ["Hacker News: one"] = "general", ["Hacker News: two"] = "general" }, "1", (_, _, _, _) => default);
        var collector = new DiscourseLens.Collecting.Live.LiveCollector(study.Database, scope, study.Key, _time);
        await collector.CollectAsync(new("hn", "HackerNews", "test", TimeSpan.FromHours(30), source), new(), null, TestContext.Current.CancellationToken);
        Assert.Equal(["Hacker News: one"], study.Rows("select distinct name from community join item on community_id = community.id"));
        Assert.Equal(["Hacker News: one|1", "Hacker News: two|1"], study.Rows("""
            select c.name, count(distinct kind) = 2 from collection_window w join community c on c.id = w.community_id group by c.name order by c.name
            """));
        Assert.DoesNotContain(_fake.Seen, request => request.Path.StartsWith("/v0/item", StringComparison.Ordinal));
    }

    [Fact]
    public void Hits_OfARecordedSearch_AreRead()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(SharedData.Require("api", "hackernews_algolia", "search.json")));
        var posts = document.RootElement.GetProperty("hits").EnumerateArray().Select(hit => HackerNewsPost.FromHit(hit, "x")).ToList();
        Assert.Equal(4, posts.Count);
        Assert.All(posts, post => Assert.True(post is { Title.Length: > 0, CreatedMs: > 1_000_000_000_000, Author.Length: > 0, Kind: PostKind.Submission }));
    }
}
