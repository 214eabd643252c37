using System.Globalization;
using System.Text.Json.Nodes;
using DiscourseLens.Collecting;
using DiscourseLens.Collecting.DiscourseForum;
using DiscourseLens.Collecting.Politeness;

namespace DiscourseLens.Tests.Collecting.Live;

/// <summary>A Discourse forum: notes and gaps between posts, deleted and hidden ones, pinned topics, bumps set back, lists that pass posts over.</summary>
internal sealed class FakeDiscourse(LeapingTime time, Faults faults, FakePosts posts, string? category = null) : FakeSource(time, faults, posts)
{
    /// <summary>Whether it shows the posts of fifty ids rather than fifty posts, as older releases do.</summary>
    public bool IsOld { get; set; } = posts.All.Count % 2 == 0;

    /// <summary>How posts look that are not as they were.</summary>
    public Dictionary<long, Action<JsonObject>> Changed { get; } = [];

    /// <summary>Posts that are gone for all but staff.</summary>
    public HashSet<long> Deleted { get; } = [.. posts.All.Where(post => post.IsComment && post.Number % 19 == 0).Select(post => post.Number)];

    /// <summary>Topics that are gone.</summary>
    public HashSet<long> DeletedTopics { get; } = [];

    public override string Community => category is null ? "127.0.0.1" : "127.0.0.1: health";

    protected override string OkError(HttpContext http) => """{"errors":["You've performed this action too many times, please try again later."],"error_type":"rate_limit"}""";

    public override ISource Connect(SourceClient client) => new DiscourseSource(
        new() { Address = Address, Categories = category is null ? [] : [category] }, client);

    public override string IdOf(FakePost post) => post.Number.ToString(CultureInfo.InvariantCulture);

    public override IEnumerable<FakePost> Collectable => Posts.All
        .Where(post => !Deleted.Contains(post.Number) && !IsNote(post) && (category is null || CategoryOf(post) is 5 or 6));

    public static bool IsHidden(FakePost post) => post.IsComment && post.Number % 23 == 0;

    public static bool IsDeletedByAuthor(FakePost post) => post.IsComment && post.Number % 29 == 0;

    public static bool IsUserGone(FakePost post) => post.Number % 31 == 0;

    private static bool IsNote(FakePost post) => post.IsComment && post.Number % 37 == 0;

    private static bool IsPassedOver(FakePost post) => post.IsComment && post.Number % 41 == 0;

    private static long CategoryOf(FakePost post) => 5 + post.Thread % 3; // 6 lies below 5

    private IEnumerable<FakePost> Showing => Posts.Showing.Where(post =>
        !Deleted.Contains(post.Number) && !DeletedTopics.Contains(post.Thread) && IsOpen(post.Thread));

    protected override Task GiveAsync(HttpContext http) => http.Request.Path.Value!.Trim('/').Split('/') switch
    {
        ["posts.json"] => LatestAsync(http),
        ["latest.json"] => TopicsAsync(http, Showing),
        ["c", "health", "5.json"] => TopicsAsync(http, Showing.Where(post => CategoryOf(post) is 5 or 6)),
        ["site.json"] => JsonAsync(http, """{"categories":[{"id":5,"slug":"health"},{"id":6,"slug":"sleep","parent_category_id":5},{"id":7,"slug":"else"}]}"""),
        ["t", var topic, "posts.json"] => SomeAsync(http, Number(topic)),
        ["t", var topic, var around] => TopicAsync(http, Number(topic), Number(around[..^".json".Length])),
        ["t", var topic] => TopicAsync(http, Number(topic[..^".json".Length]), null),
        ["posts", var id] => Showing.FirstOrDefault(post => post.Number == Number(id[..^".json".Length])) is { } post
            ? JsonAsync(http, Post(post, false).ToJsonString()) : GoneAsync(http, 0),
        _ => GoneAsync(http, 0),
    };

    private Task LatestAsync(HttpContext http)
    {
        var before = http.Request.Query["before"].FirstOrDefault() is { } text ? Number(text) : Posts.All[^1].Number + 1;
        var found = Showing.Where(post => post.Number < before && !IsNote(post) && !IsPassedOver(post) && (!IsOld || post.Number > before - 50))
            .OrderByDescending(post => post.Number).Take(50);
        return JsonAsync(http, new JsonObject { ["latest_posts"] = new JsonArray([.. Faults.Mess(found).Select(post => Post(post, true))]) }.ToJsonString());
    }

    private Task TopicsAsync(HttpContext http, IEnumerable<FakePost> showing)
    {
        const int PageSize = 10;
        var page = (int)Number(http.Request.Query["page"].ToString());
        var topics = showing.GroupBy(post => post.Thread).Select(topic => (Id: topic.Key, Bumped: topic.Max(post => post.Visible), Last: topic.Max(post => post.Created)))
            .OrderByDescending(topic => IsPinned(topic.Id)).ThenByDescending(topic => topic.Bumped).ToList();
        var list = new JsonObject
        {
            ["per_page"] = PageSize,
            ["topics"] = new JsonArray([.. Faults.Mess(topics.Skip(page * PageSize).Take(PageSize)).Select(topic => new JsonObject
            {
                ["id"] = topic.Id,
                ["bumped_at"] = Iso(topic.Bumped),
                ["last_posted_at"] = topic.Id % 2 == 0 ? Iso(topic.Last) : null,
                ["pinned"] = IsPinned(topic.Id),
                ["tags"] = topic.Id % 2 == 0 ? new JsonArray("ketamine") : new JsonArray(new JsonObject { ["id"] = 1, ["name"] = "ketamine" }),
            })]),
        };
        if (topics.Count > (page + 1) * PageSize)
            list["more_topics_url"] = "/latest?page=1";
        return JsonAsync(http, new JsonObject { ["topic_list"] = list }.ToJsonString());
    }

    private Task TopicAsync(HttpContext http, long id, long? around)
    {
        var all = Showing.Where(post => post.Thread == id).OrderBy(post => post.Number).ToList();
        if (all.Count == 0)
            return GoneAsync(http, id);
        var from = around is { } place ? Math.Max(0, all.FindIndex(post => Posts.PlaceOf(post) >= place) - 3) : 0;
        return JsonAsync(http, new JsonObject
        {
            ["id"] = id,
            ["title"] = Posts[id].Title,
            ["category_id"] = CategoryOf(all[0]),
            ["post_stream"] = new JsonObject
            {
                ["posts"] = new JsonArray([.. all.Skip(from).Take(5).Select(post => Post(post, false))]),
                ["stream"] = new JsonArray([.. all.Select(post => (JsonNode)post.Number)]),
            },
        }.ToJsonString());
    }

    private Task SomeAsync(HttpContext http, long topic)
    {
        var ids = http.Request.Query["post_ids[]"].Select(id => Number(id!)).ToList();
        Assert.InRange(ids.Count, 1, 50);
        var found = Showing.Where(post => post.Thread == topic && ids.Contains(post.Number));
        return JsonAsync(http, new JsonObject
        {
            ["id"] = topic,
            ["post_stream"] = new JsonObject { ["posts"] = new JsonArray([.. Faults.Mess(found).Select(post => Post(post, false))]) },
        }.ToJsonString());
    }

    private static Task GoneAsync(HttpContext http, long id) => (id % 3) switch
    {
        0 => JsonAsync(http, """{"errors":["The requested URL or resource could not be found."],"error_type":"not_found"}""", 404),
        1 => JsonAsync(http, """{"errors":["It was deleted."],"error_type":"not_found"}""", 410),
        _ => JsonAsync(http, """{"errors":["You are not permitted to view the requested resource."],"error_type":"invalid_access"}""", 403),
    };

    private JsonObject Post(FakePost post, bool isListed)
    {
        var (isGone, isHidden) = (IsDeletedByAuthor(post), IsHidden(post));
        var json = new JsonObject
        {
            ["id"] = post.Number,
            ["username"] = post.Author,
            ["user_id"] = IsUserGone(post) ? null : 100 + int.Parse(post.Author["writer".Length..], CultureInfo.InvariantCulture),
            ["created_at"] = Iso(post.Created),
            ["cooked"] = isGone ? "<p>(post deleted by author)</p>" : isHidden ? "<p>This post was flagged and is hidden.</p>" : $"<p>{post.Text}</p>",
            ["topic_id"] = post.Thread,
            ["post_number"] = Posts.PlaceOf(post),
            ["post_type"] = IsNote(post) ? 3 : 1,
            ["reply_to_post_number"] = post.Parent is { } parent && parent != post.Thread ? Posts.PlaceOf(Posts[parent]) : null,
            ["reply_count"] = 1,
            ["actions_summary"] = new JsonArray(new JsonObject { ["id"] = 2, ["count"] = 4 }),
            ["hidden"] = isHidden,
            ["user_deleted"] = isGone,
        };
        if (isListed)
            (json["topic_title"], json["category_id"]) = (Posts[post.Thread].Title, CategoryOf(post));
        if (Changed.GetValueOrDefault(post.Number) is { } change)
            change(json);
        return json;
    }

    private bool IsOpen(long topic) => Posts[topic].Visible <= Time.GetUtcNow();

    private static bool IsPinned(long topic) => topic % 7 == 0;

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static string Iso(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
