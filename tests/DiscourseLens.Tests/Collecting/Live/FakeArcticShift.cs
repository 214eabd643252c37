using System.Globalization;
using System.Text.Json.Nodes;
using DiscourseLens.Collecting;
using DiscourseLens.Collecting.ArcticShift;
using DiscourseLens.Collecting.Politeness;

namespace DiscourseLens.Tests.Collecting.Live;

/// <summary>Reddit's archive: pages that end within a second, queries that time out, bounds that count in or not.</summary>
internal sealed class FakeArcticShift(LeapingTime time, Faults faults, FakePosts posts) : FakeSource(time, faults, posts)
{
    /// <summary>Whether <c>after</c> and <c>before</c> count in; nothing says so, so both must do.</summary>
    public bool CountsIn { get; set; } = posts.All.Count % 2 == 0;

    /// <summary>A query over a longer time takes too long.</summary>
    public TimeSpan LongestQuery { get; set; } = TimeSpan.FromHours(20);

    /// <summary>Rows when the archive chooses their number.</summary>
    public int Auto { get; set; } = 500;

    /// <summary>How rows look that are not as they were.</summary>
    public Dictionary<long, Action<JsonObject>> Changed { get; } = [];

    public override string Community => "TestTown";

    protected override string OkError(HttpContext http) => TimedOut;

    private static string TimedOut => """{"data":null,"error":"Query timed out. Try a smaller range."}""";

    public override ISource Connect(SourceClient client) => new ArcticShiftSource(new() { Communities = [Community], Address = Address }, client);

    public override string IdOf(FakePost post) => Name(post.Number, post.IsComment);

    protected override Task GiveAsync(HttpContext http) => http.Request.Path.Value!.Trim('/').Split('/') switch
    {
        ["api", var kind, "search"] => SearchAsync(http, kind == "comments"),
        ["api", _, "ids"] => AnswerAsync(http, http.Request.Query["ids"].ToString().Split(',')
            .Select(id => Posts.Showing.FirstOrDefault(post => IdOf(post) == id)).OfType<FakePost>()),
        _ => JsonAsync(http, """{"data":null,"error":"Not found"}""", 404),
    };

    private Task SearchAsync(HttpContext http, bool comments)
    {
        var query = http.Request.Query;
        var (after, before) = (Number(query, "after") ?? 0, Number(query, "before") ?? long.MaxValue / 2);
        if (query["sort"] == "asc" && before - after > LongestQuery.TotalSeconds + 1)
            return JsonAsync(http, TimedOut, after % 2 == 0 ? 200 : 422);
        var edge = CountsIn ? 1 : 0;
        var found = Posts.Showing.Where(post => post.IsComment == comments && post.Seconds > after - edge && post.Seconds < before + edge)
            .OrderBy(post => post.Seconds).ThenBy(post => post.Number).ToList();
        if (query["sort"] == "desc")
            found.Reverse();
        return AnswerAsync(http, Faults.Mess(found.Take(query["limit"] == "auto" ? Auto : (int)Number(query, "limit")!.Value)));
    }

    private Task AnswerAsync(HttpContext http, IEnumerable<FakePost> found) =>
        JsonAsync(http, new JsonObject { ["data"] = new JsonArray([.. found.Select(Row)]) }.ToJsonString());

    private static long? Number(IQueryCollection query, string name) =>
        long.TryParse(query[name], CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A row as dumps have it too.</summary>
    public JsonObject Row(FakePost post)
    {
        var row = new JsonObject
        {
            ["_meta"] = new JsonObject { ["retrieved_2nd_on"] = post.Visible.AddHours(36).ToUnixTimeSeconds() },
            ["author"] = post.Author,
            ["created_utc"] = post.Seconds,
            ["id"] = IdOf(post)[3..],
            ["retrieved_on"] = post.Visible.ToUnixTimeSeconds(),
            ["score"] = 3,
            ["subreddit"] = Community,
        };
        if (post.IsComment)
            (row["body"], row["link_id"], row["parent_id"]) = (post.Text, Name(post.Thread, false), Name(post.Parent!.Value, post.Parent != post.Thread)); // a comment has one
        else
            (row["title"], row["selftext"], row["num_comments"]) = (post.Title, post.Text, 4);
        if (Changed.GetValueOrDefault(post.Number) is { } change)
            change(row);
        return row;
    }

    private static string Name(long number, bool isComment) => string.Create(CultureInfo.InvariantCulture, $"t{(isComment ? 1 : 3)}_{number}x");
}
