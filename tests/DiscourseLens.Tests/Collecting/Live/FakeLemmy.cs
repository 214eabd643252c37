using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using DiscourseLens.Collecting;
using DiscourseLens.Collecting.Lemmy;
using DiscourseLens.Collecting.Politeness;

namespace DiscourseLens.Tests.Collecting.Live;

/// <summary>An instance: featured posts on top, anchors that went away, comments that vanish while pages are counted off, refusals as 400.</summary>
internal sealed class FakeLemmy(LeapingTime time, Faults faults, FakePosts posts) : FakeSource(time, faults, posts)
{
    private const int PageSize = 50;

    private readonly ConcurrentDictionary<long, (DateTimeOffset First, DateTimeOffset Last)> _served = new();

    /// <summary>The community's name at the instance.</summary>
    public string Name { get; init; } = "town";

    /// <summary>How posts look that are not as they were.</summary>
    public Dictionary<long, Action<JsonObject>> Changed { get; } = [];

    /// <summary>What the instance says it allows: so many requests in so many seconds.</summary>
    public (int Requests, int Seconds) Allowed { get; set; } = (999, 60);

    /// <summary>Whether comments are purged while they are read: they show until then, and are gone after.</summary>
    public bool Purges { get; set; } = true;

    public override string Community => $"{Name}@127.0.0.1";

    protected override string OkError(HttpContext http) => """{"error":"couldnt_get_comments"}""";

    public override ISource Connect(SourceClient client) => new LemmySource(new() { Address = Address, Communities = [Name] }, client, Time);

    public override string IdOf(FakePost post) => string.Create(CultureInfo.InvariantCulture,
        $"https://{(post.Number % 3 == 0 ? "elsewhere.example" : "home.example")}/{(post.IsComment ? "comment" : "post")}/{post.Number * 7}");

    public override IEnumerable<FakePost> Collectable => Posts.All.Where(post => post.IsComment || !IsRemoved(post));

    public static bool IsDeleted(FakePost post) => post.IsComment && post.Number % 17 == 0;

    public static bool IsRemoved(FakePost post) => post.Number % 23 == 0;

    public static bool IsAccountGone(FakePost post) => post.Number % 29 == 0;

    private static bool IsFeatured(FakePost post) => !post.IsComment && post.Number % 13 == 0;

    protected override Task GiveAsync(HttpContext http)
    {
        var query = http.Request.Query;
        if (query["limit"].FirstOrDefault() is { } limit)
            Assert.InRange(Number(limit), 1, PageSize);
        return http.Request.Path.Value switch
        {
            "/api/v3/site" => JsonAsync(http, $$$"""{"site_view":{"site":{"name":"Town"},"local_site_rate_limit":{"message":{{{Allowed.Requests}}},"message_per_second":{{{Allowed.Seconds}}} } } }"""),
            "/api/v3/post/list" => query["community_name"] == Name ? PostsAsync(http) : RefuseAsync(http, "couldnt_find_community"),
            "/api/v3/comment/list" => query["community_name"] == Name ? CommentsAsync(http) : RefuseAsync(http, "couldnt_find_community"),
            "/api/v3/comment" => Posts.Showing.FirstOrDefault(post => post.IsComment && post.Number == Number(query["id"]!)) is { } comment
                ? JsonAsync(http, new JsonObject { ["comment_view"] = View(comment) }.ToJsonString()) : RefuseAsync(http, "couldnt_find_comment", 404),
            "/api/v3/resolve_object" => Posts.Showing.FirstOrDefault(post => IdOf(post) == query["q"]) is { } found
                ? JsonAsync(http, new JsonObject { [found.IsComment ? "comment" : "post"] = View(found) }.ToJsonString()) : RefuseAsync(http, "couldnt_find_object"),
            _ => RefuseAsync(http, "not_found", 404),
        };
    }

    private Task PostsAsync(HttpContext http)
    {
        var all = Posts.Showing.Where(post => !post.IsComment && !IsRemoved(post)).OrderByDescending(post => post.Created).ThenByDescending(post => post.Number).ToList();
        var rest = all.Where(post => !IsFeatured(post)).ToList();
        var cursor = http.Request.Query["page_cursor"].FirstOrDefault();
        if (cursor is not null)
        {
            var at = all.FindIndex(post => post.Number == long.Parse(cursor[1..], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            if (at < 0 || (cursor[^1] - '0') % 5 == 0)
                return RefuseAsync(http, "couldnt_get_posts");
            rest = [.. all.Skip(at + 1).Where(post => !IsFeatured(post))];
        }

        var page = rest.Take(12).ToList();
        var shown = cursor is null ? all.Where(IsFeatured).Concat(page) : page;
        var answer = new JsonObject { ["posts"] = new JsonArray([.. Faults.Mess(shown).Select(View)]) };
        if (rest.Count > page.Count)
            answer["next_page"] = string.Create(CultureInfo.InvariantCulture, $"P{page[^1].Number:x}");
        return JsonAsync(http, answer.ToJsonString());
    }

    private Task CommentsAsync(HttpContext http)
    {
        var (page, limit) = ((int)Number(http.Request.Query["page"]!), (int)Number(http.Request.Query["limit"]!));
        var all = Posts.Showing.Where(post => post.IsComment && !IsPurged(post)).OrderByDescending(post => post.Created).ThenByDescending(post => post.Number);
        var shown = Faults.Mess(all.Skip((page - 1) * limit).Take(limit));
        foreach (var post in shown)
            _served[post.Number] = _served.TryGetValue(post.Number, out var served) ? served with { Last = Time.GetUtcNow() } : (Time.GetUtcNow(), Time.GetUtcNow());
        return JsonAsync(http, new JsonObject { ["comments"] = new JsonArray([.. shown.Select(View)]) }.ToJsonString());
    }

    // What goes before anybody read it is lost to everybody, so only comments go that were given out twice, hours apart; and
    // while the deep overlap still reaches them.
    private bool IsPurged(FakePost post) => Purges && _served.TryGetValue(post.Number, out var served) && served.Last - served.First > TimeSpan.FromHours(1) && post.Number % 5 == 0 && post.Number > Posts.All[Posts.All.Count / 2].Number
        && post.Visible.AddHours(64 + post.Number % 8) < Time.GetUtcNow();

    private JsonObject View(FakePost post)
    {
        var isGone = IsDeleted(post) || IsRemoved(post);
        var own = new JsonObject
        {
            ["id"] = post.Number,
            ["ap_id"] = IdOf(post),
            ["published"] = post.Created.ToString(post.Number % 2 == 0 ? "yyyy-MM-dd'T'HH:mm:ss.ffffff" : "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["deleted"] = IsDeleted(post),
            ["removed"] = IsRemoved(post),
        };
        var view = new JsonObject
        {
            [post.IsComment ? "comment" : "post"] = own,
            ["creator"] = new JsonObject { ["name"] = post.Author, ["actor_id"] = $"https://home.example/u/{post.Author}", ["deleted"] = IsAccountGone(post), ["bot_account"] = false },
            ["community"] = new JsonObject { ["name"] = Name, ["actor_id"] = $"https://127.0.0.1/c/{Name}" },
            ["counts"] = new JsonObject { ["score"] = 3, ["comments"] = 2, ["child_count"] = 1 },
        };
        if (post.IsComment)
        {
            view["post"] = new JsonObject { ["ap_id"] = IdOf(Posts[post.Thread]) };
            (own["content"], own["path"]) = (isGone ? "" : post.Text, PathOf(post));
        }
        else
        {
            (own["name"], own["body"], own["featured_community"]) = (post.Title, post.Text, IsFeatured(post));
        }

        if (Changed.GetValueOrDefault(post.Number) is { } change)
            change(own);
        return view;
    }

    private string PathOf(FakePost post) => post.Parent == post.Thread || post.Parent is null ? $"0.{post.Number}" : $"{PathOf(Posts[post.Parent.Value])}.{post.Number}";

    private static Task RefuseAsync(HttpContext http, string word, int status = 400) => JsonAsync(http, $$"""{"error":"{{word}}"}""", status);

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
