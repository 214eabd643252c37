using System.Globalization;
using System.Text.Json.Nodes;
using DiscourseLens.Collecting;
using DiscourseLens.Collecting.Politeness;
using DiscourseLens.Collecting.Reddit;

namespace DiscourseLens.Tests.Collecting.Live;

/// <summary>Reddit's interface: tokens that run out, listings that end at a cap and have short pages and deleted anchors, folded threads.</summary>
internal sealed class FakeReddit(LeapingTime time, Faults faults, FakePosts posts) : FakeSource(time, faults, posts)
{
    private int _tokens;
    private DateTimeOffset _tokenUntil;

    /// <summary>Entries a listing ends after.</summary>
    public int Cap { get; set; } = 1000;

    /// <summary>Entries a page.</summary>
    public int PageSize { get; set; } = 25;

    /// <summary>Whether some anchors were deleted: nothing comes after them.</summary>
    public bool LosesAnchors { get; set; } = true;

    /// <summary>Comments that a thread shows unfolded.</summary>
    public int Unfolded { get; set; } = 5;

    /// <summary>What is answered instead for a path, by its beginning.</summary>
    public Dictionary<string, (int Status, string Body)> Instead { get; } = [];

    /// <summary>How posts look by now to whoever asks for them again; the rest are as they were.</summary>
    public Dictionary<long, Action<JsonObject>> Changed { get; } = [];

    /// <summary>Entries from which on the source takes a listing for cut.</summary>
    public int LooksFull { get; set; } = 500;

    public override string Community => "TestTown";

    public override ISource Connect(SourceClient client) => Connect(client, [Community], []);

    public RedditSource Connect(SourceClient client, string[] communities, string[] queries) => new(
        new()
        {
            Communities = communities,
            Queries = queries,
            ClientId = "id",
            ClientSecret = "secret",
            LooksFull = LooksFull,
            Tokens = Address,
            Api = Address,
        },
        client, Time);

    public override bool IsApart(SeenRequest request) => request.Path == "/api/v1/access_token";

    public override string IdOf(FakePost post) => Name(post.Number, post.IsComment);

    // Instead of a token it would mean that the application is refused, which does not pass.
    protected override string? OkError(HttpContext http) =>
        http.Request.Path == "/api/v1/access_token" ? null : base.OkError(http);

    protected override Task GiveAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        if (Instead.FirstOrDefault(pair => path.StartsWith(pair.Key, StringComparison.Ordinal)) is { Key: not null } instead)
            return JsonAsync(http, instead.Value.Body, instead.Value.Status);
        if (path == "/api/v1/access_token")
            return TokenAsync(http);
        if (http.Request.Headers.Authorization.ToString() != $"bearer token{_tokens}" || Time.GetUtcNow() >= _tokenUntil)
            return JsonAsync(http, "{\"message\":\"Unauthorized\",\"error\":401}", 401);
        return path.Trim('/').Split('/') switch
        {
            ["r", _, "new"] => ListAsync(http, Posts.Showing.Where(post => !post.IsComment)),
            ["r", _, "comments"] => ListAsync(http, Posts.Showing.Where(post => post.IsComment)),
            ["search"] => ListAsync(http, Posts.Showing.Where(post => !post.IsComment)),
            ["comments", var thread] => TreeAsync(http, thread, null),
            ["comments", var thread, _, var branch] => TreeAsync(http, thread, branch),
            ["api", "morechildren"] => MoreAsync(http),
            ["api", "info"] => InfoAsync(http),
            _ => JsonAsync(http, "{\"message\":\"Not Found\",\"error\":404}", 404),
        };
    }

    private Task TokenAsync(HttpContext http)
    {
        _tokens++;
        _tokenUntil = Time.GetUtcNow() + TimeSpan.FromMinutes(30); // half of what it says: some run out early
        return JsonAsync(http, $$"""{"access_token":"token{{_tokens}}","token_type":"bearer","expires_in":3600,"scope":"*"}""");
    }

    private Task ListAsync(HttpContext http, IEnumerable<FakePost> showing)
    {
        var list = showing.OrderByDescending(post => post.Created).ThenByDescending(post => post.Number).Take(Cap).ToList();
        var after = http.Request.Query["after"].ToString();
        if (after.Length > 0)
        {
            var at = list.FindIndex(post => IdOf(post) == after);
            list = at < 0 || (LosesAnchors && list[at].Number % 7 == 0) ? [] : list[(at + 1)..];
        }

        var page = list.Take(PageSize).ToList();
        var next = list.Count > PageSize ? IdOf(page[^1]) : null;
        return JsonAsync(http, Listing(Faults.Mess(page).Select(Thing), next).ToJsonString());
    }

    /// <summary>The first comments in full; the deeper ones continued elsewhere, the rest folded.</summary>
    private Task TreeAsync(HttpContext http, string thread, string? branch)
    {
        var root = Posts.Showing.First(post => Name(post.Number, false) == "t3_" + thread);
        var above = branch is null ? root : Posts.Showing.First(post => Name(post.Number, true) == "t1_" + branch);
        var trees = branch is null ? Replies(above, 0) : new JsonArray(Thing(above, Replies(above, 0)));
        return JsonAsync(http, new JsonArray(Listing([Thing(root)], null), Listing(trees.Select(node => node!.DeepClone()), null)).ToJsonString());
    }

    private JsonArray Replies(FakePost above, int depth)
    {
        var replies = Posts.Showing.Where(post => post.Parent == above.Number).ToList();
        if (replies.Count == 0)
            return [];
        if (depth == 3)
            return [More([], above)];
        var shown = replies.Take(Unfolded).Select(post => (JsonNode)Thing(post, Replies(post, depth + 1))).ToList();
        if (replies.Count > Unfolded)
            shown.Add(More([.. replies.Skip(Unfolded)], above));
        return [.. shown];
    }

    private async Task MoreAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var ids = form["children"].ToString().Split(',');
        Assert.InRange(ids.Length, 1, 100);
        var found = Posts.Showing.Where(post => post.IsComment && ids.Contains(Name(post.Number, true)[3..]) && post.Number % 11 != 0).ToList();
        var below = found.Where(post => Posts.Showing.Any(reply => reply.Parent == post.Number)).Select(post => More([], post));
        await JsonAsync(http, new JsonObject
        {
            ["json"] = new JsonObject
            {
                ["errors"] = new JsonArray(),
                ["data"] = new JsonObject { ["things"] = new JsonArray([.. found.Select(Thing), .. below]) },
            },
        }.ToJsonString());
    }

    private Task InfoAsync(HttpContext http)
    {
        var names = http.Request.Query["id"].ToString().Split(',').Take(100);
        var found = names.Select(name => Posts.Showing.FirstOrDefault(post => IdOf(post) == name)).OfType<FakePost>();
        return JsonAsync(http, Listing(found.Select(Thing), null).ToJsonString());
    }

    private static JsonObject Listing(IEnumerable<JsonNode> children, string? after) => new()
    {
        ["kind"] = "Listing",
        ["data"] = new JsonObject { ["after"] = after, ["before"] = null, ["children"] = new JsonArray([.. children]) },
    };

    private static JsonObject More(IReadOnlyList<FakePost> folded, FakePost above) => new()
    {
        ["kind"] = "more",
        ["data"] = new JsonObject
        {
            ["count"] = folded.Count * 2,
            ["name"] = folded.Count == 0 ? "t1__" : Name(folded[0].Number, true),
            ["id"] = folded.Count == 0 ? "_" : Name(folded[0].Number, true)[3..],
            ["parent_id"] = Name(above.Number, above.IsComment),
            ["children"] = new JsonArray([.. folded.Select(post => (JsonNode)Name(post.Number, true)[3..])]),
        },
    };

    private JsonObject Thing(FakePost post) => Thing(post, null);

    private JsonObject Thing(FakePost post, JsonArray? replies)
    {
        var data = new JsonObject
        {
            ["id"] = IdOf(post)[3..],
            ["name"] = IdOf(post),
            ["author"] = post.Author,
            ["created_utc"] = (double)post.Seconds,
            ["subreddit"] = Community,
            ["score"] = 3,
            ["edited"] = false,
            ["permalink"] = $"/r/{Community}/comments/{Name(post.Thread, false)[3..]}/x/",
        };
        if (post.IsComment)
        {
            (data["body"], data["link_id"], data["parent_id"]) = (post.Text, Name(post.Thread, false), Name(post.Parent!.Value, post.Parent != post.Thread)); // a comment has one
            data["replies"] = replies is { Count: > 0 } ? Listing(replies.Select(node => node!.DeepClone()), null) : "";
        }
        else
        {
            (data["title"], data["selftext"], data["num_comments"]) = (post.Title, post.Text, 4);
        }

        if (Changed.GetValueOrDefault(post.Number) is { } change)
            change(data);
        return new JsonObject { ["kind"] = post.IsComment ? "t1" : "t3", ["data"] = data };
    }

    private static string Name(long number, bool isComment) => string.Create(CultureInfo.InvariantCulture, $"t{(isComment ? 1 : 3)}_{number}x");
}
