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
        if (Text(hit, "objectID") is not { Length: > 0 } id || Number(hit, "created_at_i") is not { } created)
            return null;
        var isComment = hit.TryGetProperty("_tags", out var tags) && tags.ValueKind == JsonValueKind.Array
            && tags.EnumerateArray().Any(tag => tag.ValueEquals("comment"));
        var body = Text(hit, isComment ? "comment_text" : "story_text") ?? "";
        return New(id, isComment, created, community, Text(hit, "author")) with
        {
            ThreadId = isComment ? Id(hit, "story_id") : id,
            ParentId = isComment ? Id(hit, "parent_id") : null,
            Score = Number(hit, "points"),
            Replies = Number(hit, "num_comments"),
            Title = isComment ? null : HtmlText.Read(Text(hit, "title") ?? ""),
            Body = HtmlText.Read(body),
        };
    }

    /// <summary>An item of the item service; null for what is no post (jobs, options of polls).</summary>
    public static FetchedPost? FromItem(JsonElement item, string community)
    {
        var type = Text(item, "type");
        if (type is not ("story" or "comment" or "poll") || Id(item, "id") is not { } id || Number(item, "time") is not { } created)
            return null;
        var isComment = type == "comment";
        var state = Flag(item, "deleted") ? PostState.DeletedByAuthor : Flag(item, "dead") ? PostState.RemovedByModerator : PostState.Live;
        var post = New(id, isComment, created, community, Text(item, "by")) with
        {
            ThreadId = isComment ? null : id, // of a comment the service names only the parent
            ParentId = isComment ? Id(item, "parent") : null,
            Score = Number(item, "score"),
            Replies = Number(item, "descendants"),
            State = state,
            Title = isComment ? null : HtmlText.Read(Text(item, "title") ?? ""),
            Body = PostState.HasText(state) ? HtmlText.Read(Text(item, "text") ?? "") : "",
        };
        return state == PostState.DeletedByAuthor ? post with { Author = null, AuthorState = AuthorStates.Deleted } : post;
    }

    /// <summary>What is kept of something that could not be read.</summary>
    public static RejectedPost Reject(JsonElement what, string time) =>
        new(Encoding.UTF8.GetBytes(what.GetRawText()), "no id or time", what.ValueKind == JsonValueKind.Object ? Number(what, time) * 1000 : null);

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

    private static string? Text(JsonElement at, string name) =>
        at.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? Number(JsonElement at, string name) =>
        at.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    private static string? Id(JsonElement at, string name) => Number(at, name)?.ToString(CultureInfo.InvariantCulture);

    private static bool Flag(JsonElement at, string name) => at.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
