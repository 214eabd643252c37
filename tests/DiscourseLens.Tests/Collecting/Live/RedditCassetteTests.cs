using DiscourseLens.Collecting;
using DiscourseLens.Collecting.Politeness;
using DiscourseLens.Collecting.Reddit;

namespace DiscourseLens.Tests.Collecting.Live;

/// <summary>Recorded traffic through the real client, to the item counts it holds.</summary>
public sealed class RedditCassetteTests
{
    private static readonly LeapingTime s_time = new(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task ReplaceAll_EndsWithEveryCommentOfTheThread()
    {
        using var cassette = Cassette.Load("TestCommentForest.test_replace__all");
        var thread = new RedditThread(Api(cassette));
        var posts = new List<FetchedPost>();
        await foreach (var page in thread.ReadAsync("t3_3hahrw", TestContext.Current.CancellationToken))
        {
            Assert.Empty(page.Rejected);
            posts.AddRange(page.Posts);
        }

        Assert.All(cassette.Unknown, request => Assert.StartsWith("api/info ", request, StringComparison.Ordinal)); // left out by morechildren
        Assert.Equal(0, cassette.Unplayed);
        var comments = posts.Where(post => post.Kind == PostKind.Comment).DistinctBy(post => post.NativeId).ToList();
        Assert.Equal(541, comments.Count);
        Assert.All(comments, comment => Assert.Equal("t3_3hahrw", comment.ThreadId));
        Assert.Equal("t3_3hahrw", Assert.Single(posts.Where(post => post.Kind == PostKind.Submission).Select(post => post.NativeId).Distinct()));
    }

    [Fact]
    public async Task ExhaustItems_PagesToTheEnd()
    {
        using var cassette = Cassette.Load("TestListingGenerator.test_exhaust_items");
        var pages = new List<RedditPage>();
        await foreach (var page in new RedditListing(Api(cassette)).ReadAsync("user/spez/?t=all&sort=top", [], TestContext.Current.CancellationToken))
            pages.Add(page);
        Assert.Empty(cassette.Unknown);
        Assert.Equal([100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 1], pages.Select(page => page.Names.Count));
        Assert.Equal(1001, pages.SelectMany(page => page.Posts).Select(post => post.NativeId).Distinct().Count());
        Assert.Empty(pages.SelectMany(page => page.Rejected));
    }

    [Fact]
    public async Task Info_GivesWhatIsThere_InTheOrderAsked()
    {
        using var cassette = Cassette.Load("TestReddit.test_info");
        var names = Enumerable.Range(0, 100).SelectMany(i => new[] { $"t1_d7ltv{i:00}", $"t3_5dec{i:00}", $"t5_2qk{i:00}" }).ToList();
        var counts = new List<int>();
        foreach (var chunk in names.Chunk(RedditInfo.Most))
        {
            var page = await RedditInfo.ReadAsync(Api(cassette), chunk, TestContext.Current.CancellationToken);
            Assert.Equal(chunk.Intersect(page.Names), page.Names);
            Assert.Equal(page.Names.Count(name => !name.StartsWith("t5_", StringComparison.Ordinal)), page.Posts.Count + page.Rejected.Count);
            counts.Add(page.Names.Count);
        }

        Assert.Empty(cassette.Unknown);
        Assert.Equal([100, 99, 98], counts);
    }

    [Fact]
    public async Task Search_GivesEveryHit()
    {
        using var cassette = Cassette.Load("TestSubreddit.test_search");
        var pages = new List<RedditPage>();
        await foreach (var page in new RedditListing(Api(cassette)).ReadAsync("r/all/search/?q=praw+oauth+search", [], TestContext.Current.CancellationToken))
            pages.Add(page);
        Assert.Empty(cassette.Unknown);
        Assert.Equal(6, Assert.Single(pages).Posts.Count);
    }

    private static RedditApi Api(Cassette cassette)
    {
        var options = new PolitenessOptions { UserAgent = LiveStudy.UserAgent };
        var http = new HttpClient(new PaceHandler(new HostPaces(), options, s_time) { InnerHandler = cassette }, disposeHandler: false);
        return new(new RedditOptions { ClientId = "id", ClientSecret = "secret" }, new SourceClient(http, options, s_time), s_time);
    }
}
