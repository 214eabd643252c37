using System.Globalization;
using System.Text;
using System.Text.Json;
using DiscourseLens.Collecting.Markup;

namespace DiscourseLens.Collecting.HackerNews;

/// <summary>Posts as the search index and the item service write them.</summary>
internal static class HackerNewsPost
{
    /// <summary>A hit of the index; null when it cannot be read.</summary>
    public static FetchedPost? FromHit(JsonElement hit, string community)
    {
        if (hit.Text("objectID") is not { Length: > 0 } id || hit.Number("created_at_i") is not { } created)
            return null;
        var isComment = hit.TryGetProperty("_tags", out var tags) && tags.ValueKind == JsonValueKind.Array
            && tags.EnumerateArray().Any(tag => tag.ValueEquals("comment"));
        var body = hit.Text(isComment ? "comment_text" : "story_text") ?? "";
        return New(id, isComment, created, community, hit.Text("author")) with
        {
            ThreadId = isComment ? Id(hit, "story_id") : id,
            ParentId = isComment ? Id(hit, "parent_id") : null,
            Score = hit.Number("points"),
            Replies = hit.Number("num_comments"),
            Title = isComment ? null : HtmlText.Read(hit.Text("title") ?? ""),
            Body = HtmlText.Read(body),
        };
    }

    /// <summary>An item of the item service; null for what is no post (jobs, options of polls).</summary>
    public static FetchedPost? FromItem(JsonElement item, string community)
    {
        var type = item.Text("type");
        if (type is not ("story" or "comment" or "poll") || Id(item, "id") is not { } id || item.Number("time") is not { } created)
            return null;
        var isComment = type == "comment";
        var state = item.Flag("deleted") ? PostState.DeletedByAuthor : item.Flag("dead") ? PostState.RemovedByModerator : PostState.Live;
        var post = New(id, isComment, created, community, item.Text("by")) with
        {
            ThreadId = isComment ? null : id, // of a comment the service names only the parent
            ParentId = isComment ? Id(item, "parent") : null,
            Score = item.Number("score"),
            Replies = item.Number("descendants"),
            State = state,
            Title = isComment ? null : HtmlText.Read(item.Text("title") ?? ""),
            Body = PostState.HasText(state) ? HtmlText.Read(item.Text("text") ?? "") : "",
        };
        return state == PostState.DeletedByAuthor ? post with { Author = null, AuthorState = AuthorStates.Deleted } : post;
    }

    /// <summary>What is kept of something that could not be read.</summary>
    public static RejectedPost Reject(JsonElement what, string time) =>
        new(Encoding.UTF8.GetBytes(what.GetRawText()), "no id or time", what.Number(time) * 1000);

    private static FetchedPost New(string id, bool isComment, long created, string community, string? author) => new()
    {
        NativeId = id,
        Kind = isComment ? PostKind.Comment : PostKind.Submission,
        Community = community,
        CreatedMs = created * 1000,
        Author = author,
        AuthorState = author is null ? AuthorStates.Absent : AuthorStates.Named,
        IsBot = author is not null && BotAuthors.Contains(author),
        Permalink = $"https://news.ycombinator.com/item?id={id}",
    };

    private static string? Id(JsonElement at, string name) => at.Number(name)?.ToString(CultureInfo.InvariantCulture);
}
