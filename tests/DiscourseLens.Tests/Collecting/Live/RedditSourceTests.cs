using System.Text.Json.Nodes;
using DiscourseLens.Collecting;
using DiscourseLens.Collecting.Live;
using DiscourseLens.Collecting.Politeness;
using DiscourseLens.Collecting.Reddit;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Collecting.Live;

public sealed class RedditSourceTests : IAsyncLifetime
{
    private static readonly DateTimeOffset s_start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly LeapingTime _time = new(s_start);
    private readonly PolitenessOptions _options = new() { UserAgent = LiveStudy.UserAgent };
    private FakeReddit _fake = null!;
    private HttpClient _http = null!;

    public async ValueTask InitializeAsync()
    {
        _fake = new FakeReddit(_time, new Faults(1, 0), new FakePosts(3, _time, s_start.AddDays(-2), s_start.AddHours(-1), 8)) { LosesAnchors = false };
        await _fake.StartAsync(TestContext.Current.CancellationToken);
        _http = LiveStudy.Http(_fake.Address, _options, _time);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _fake.DisposeAsync();
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.1, 3)]
    public async Task Search_ReadsWholeThreads_FoldedAndContinuedPartsIncluded(double rate, int seed)
    {
        (_fake.Faults.Rate, _fake.Unfolded) = (rate, 2 + seed % 2);
        using var study = new TestStudy();
        var report = await CollectAsync(study, _fake.Connect(new SourceClient(_http, _options, _time), [], ["medicine"]));
        Assert.Null(Assert.Single(report.Places).Trouble);
        var showing = _fake.Posts.Showing.ToDictionary(post => post.Number);
        bool Hangs(FakePost post) => post.Parent is not { } above || (showing.TryGetValue(above, out var parent) && Hangs(parent));
        var shown = showing.Values.Where(Hangs).Select(_fake.IdOf).Order(StringComparer.Ordinal); // below what waits for approval nothing shows
        Assert.Equal(shown, study.Rows("select native_id from item order by native_id"));
        Assert.Contains(_fake.Seen, request => request.Path == "/api/morechildren");
        Assert.Contains(_fake.Seen, request => request.Path.Contains("/_/", StringComparison.Ordinal));
        Assert.Contains(_fake.Seen, request => request.Path == "/api/info");
        Assert.Equal(0, study.Scalar<long>("select count(*) from collection_window"));
    }

    [Fact]
    public async Task Revisit_TellsDeletionsRemovalsAndGoneAccountsApart()
    {
        var posts = _fake.Posts.Showing.Where(post => post.IsComment).Take(5).ToList();
        Change(posts[0], data => (data["author"], data["body"]) = ("[deleted]", "[deleted]"));
        Change(posts[1], data => (data["author"], data["body"]) = ("[deleted]", "[removed]"));
        Change(posts[2], data => data["author"] = "[deleted]");
        Change(posts[3], data => data["body"] = "[ Removed by Reddit ]");
        var source = _fake.Connect(new SourceClient(_http, _options, _time), [_fake.Community], []);
        var seen = new List<string?>();
        await foreach (var revisit in source.RevisitAsync([.. posts.Select(_fake.IdOf), "t1_0"], TestContext.Current.CancellationToken))
            seen.Add(revisit.Post?.State);
        Assert.Equal(
            [PostState.DeletedByAuthor, PostState.RemovedByModerator, PostState.AccountGone, PostState.RemovedByPlatform, PostState.Live, null], seen);
    }

    [Theory]
    [InlineData("{\"error\":\"invalid_grant\"}", 200, "gives no token (invalid_grant)")]
    [InlineData("{\"error\":\"<b>hostile</b>\"}", 200, "gives no token (an unknown error)")]
    [InlineData("{\"error\":400}", 400, "does not know the application")]
    [InlineData("{\"message\":\"Unauthorized\",\"error\":401}", 401, "does not know the application")]
    public async Task WrongCredentials_AreNamed(string body, int status, string message)
    {
        _fake.Instead["/api/v1/access_token"] = (status, body);
        var source = _fake.Connect(new SourceClient(_http, _options, _time), [_fake.Community], []);
        var refused = await Assert.ThrowsAsync<SourceRefusedException>(() => source.ProbeAsync(TestContext.Current.CancellationToken));
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefusedToken_IsReplacedOnce()
    {
        _fake.Instead["/r/"] = (401, "{\"message\":\"Unauthorized\",\"error\":401}");
        var source = _fake.Connect(new SourceClient(_http, _options, _time), [_fake.Community], []);
        await Assert.ThrowsAsync<SourceRefusedException>(() => source.ProbeAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["/api/v1/access_token", "/r/TestTown/new", "/api/v1/access_token", "/r/TestTown/new"], _fake.Seen.Select(request => request.Path));
        _fake.Instead.Clear();
        Assert.Contains("accepts the application", await source.ProbeAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public void ApiAndDump_GiveOneTextForOnePost()
    {
        const string Json = """{"id":"c1","name":"t1_c1","body":"a &lt; b\n[x](y)","author":"SomeWriter","subreddit":"TestTown","link_id":"t3_s1","parent_id":"t3_s1","created_utc":1577880000.0,"replies":"","score":3}""";
        using var study = new TestStudy();
        study.ImportLines(Json);
        var posts = new List<FetchedPost>();
        var rejected = new List<RejectedPost>();
        using var document = System.Text.Json.JsonDocument.Parse("{\"kind\":\"t1\",\"data\":" + Json + "}");
        RedditPost.Read(document.RootElement, posts, rejected);
        Assert.Equal(study.Rows("select text from item_text"), [Assert.Single(posts).Body]);
        Assert.Equal(("t1_c1", "t3_s1", "t3_s1", "TestTown", 3L), (posts[0].NativeId, posts[0].ThreadId, posts[0].ParentId, posts[0].Community, posts[0].Score));
    }

    private void Change(FakePost post, Action<JsonObject> change) => _fake.Changed[post.Number] = change;

    private Task<LiveReport> CollectAsync(TestStudy study, ISource source) => new LiveCollector(
        study.Database, new ImportScope(new Dictionary<string, string> { ["TestTown"] = "substance" }, "1", (_, _, _, _) => default), study.Key, _time)
        .CollectAsync(new("reddit", "Reddit", "test", TimeSpan.FromHours(50), source), new(), null, TestContext.Current.CancellationToken);
}
