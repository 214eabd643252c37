using System.Globalization;
using System.Text.Json.Nodes;
using DiscourseLens.Collecting;
using DiscourseLens.Collecting.HackerNews;
using DiscourseLens.Collecting.Politeness;

namespace DiscourseLens.Tests.Collecting.Live;

/// <summary>The search index and the item service of Hacker News: some posts are deleted or dead, and then only the second shows them.</summary>
internal sealed class FakeHackerNews(LeapingTime time, Faults faults, FakePosts posts) : FakeSource(time, faults, posts)
{
    /// <summary>Posts an answer of the index.</summary>
    public int Most { get; set; } = 1000;

    public override string Community => HackerNewsSource.Community;

    public override ISource Connect(SourceClient client) => new HackerNewsSource(
        new() { Search = new Uri(Address, "api/v1/"), Items = new Uri(Address, "v0/") }, client);

    public override string IdOf(FakePost post) => post.Number.ToString(CultureInfo.InvariantCulture);

    public static bool IsDeleted(FakePost post) => post.Number % 17 == 0;

    public static bool IsDead(FakePost post) => post.Number % 23 == 0;

    protected override Task GiveAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        if (path == "/api/v1/search_by_date")
            return JsonAsync(http, Search(http.Request.Query));
        if (path == "/v0/maxitem.json")
            return JsonAsync(http, $"{Posts.Showing.Max(post => post.Number)}");
        var id = long.Parse(path["/v0/item/".Length..^".json".Length], CultureInfo.InvariantCulture);
        return JsonAsync(http, Posts.Showing.FirstOrDefault(post => post.Number == id) is { } found ? Item(found).ToJsonString() : "null");
    }

    private string Search(IQueryCollection query)
    {
        var limits = query["numericFilters"].ToString().Split(',');
        var from = long.Parse(limits[0]["created_at_i>=".Length..], CultureInfo.InvariantCulture);
        var until = long.Parse(limits[1]["created_at_i<".Length..], CultureInfo.InvariantCulture);
        var found = Posts.Showing
            .Where(post => post.Seconds >= from && post.Seconds < until && !IsDeleted(post) && !IsDead(post)
                && post.Visible <= Time.GetUtcNow().AddSeconds(-90))
            .OrderByDescending(post => post.Created).ToList();
        return new JsonObject
        {
            ["hits"] = new JsonArray([.. Faults.Mess(found.Take(Most)).Select(Hit)]),
            ["nbHits"] = found.Count,
            ["page"] = 0,
            ["exhaustiveNbHits"] = true,
        }.ToJsonString();
    }

    private static JsonObject Hit(FakePost post) => new()
    {
        ["objectID"] = $"{post.Number}",
        ["created_at_i"] = post.Seconds,
        ["author"] = post.Author,
        ["title"] = post.IsComment ? null : post.Title,
        ["story_text"] = post.IsComment ? null : $"<p>{post.Text}",
        ["comment_text"] = post.IsComment ? $"<p>{post.Text}" : null,
        ["story_id"] = post.IsComment ? post.Thread : null,
        ["parent_id"] = post.Parent,
        ["points"] = post.IsComment ? null : 5,
        ["num_comments"] = post.IsComment ? null : 2,
        ["_tags"] = new JsonArray(post.IsComment ? "comment" : "story"),
    };

    private static JsonObject Item(FakePost post)
    {
        var item = new JsonObject { ["id"] = post.Number, ["type"] = post.IsComment ? "comment" : "story", ["time"] = post.Seconds };
        if (post.IsComment)
            item["parent"] = post.Parent;
        if (IsDeleted(post))
        {
            item["deleted"] = true;
            return item;
        }

        (item["by"], item["text"]) = (post.Author, $"<p>{post.Text}");
        if (!post.IsComment)
            item["title"] = post.Title;
        if (IsDead(post))
            item["dead"] = true;
        return item;
    }
}
