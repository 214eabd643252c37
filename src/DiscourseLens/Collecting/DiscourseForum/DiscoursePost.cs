using System.Globalization;
using System.Text;
using System.Text.Json;
using DiscourseLens.Collecting.Markup;

namespace DiscourseLens.Collecting.DiscourseForum;

/// <summary>A post as the forum writes it: places in its topic are numbers there, not ids.</summary>
/// <param name="Id">Its id, one sequence over the forum.</param>
/// <param name="Topic">The topic it is in now.</param>
/// <param name="Place">Its number in the topic; numbers have gaps.</param>
/// <param name="Answers">The number it answers; null for the topic as a whole.</param>
/// <param name="Category">Its category, where the answer says it.</param>
/// <param name="Post">The post, without thread, parent and community.</param>
internal sealed record DiscoursePost(long Id, long Topic, long Place, long? Answers, long? Category, FetchedPost Post)
{
    private const long Regular = 1;
    private const long ByModerator = 2;
    private const long Like = 2;

    // What is not the author's own words: quotes and previews name others, mentions do, and pictures have sizes under them.
    private const string LeaveOut = "aside.quote, aside.onebox, a.mention, a.mention-group, span.mention, .lightbox-wrapper .meta";

    /// <summary>Whether it is a post of somebody's, and not a note such as "closed this topic" or a whisper.</summary>
    public static bool IsPost(JsonElement post) => post.Number("post_type") is null or Regular or ByModerator;

    /// <summary>Reads a post; null when it cannot be read.</summary>
    /// <param name="post">The post.</param>
    /// <param name="address">The forum's address.</param>
    /// <param name="title">Its topic's title, where the post does not bring it.</param>
    public static DiscoursePost? Read(JsonElement post, Uri address, string? title)
    {
        if (post.Number("id") is not { } id || post.Number("topic_id") is not { } topic || post.Number("post_number") is not { } place
            || post.Instant("created_at") is not { } created)
            return null;
        var isFirst = place == 1;
        var author = post.Number("user_id");
        var state = StateOf(post, author);
        return new(id, topic, place, post.Number("reply_to_post_number"), post.Number("category_id"), new FetchedPost
        {
            NativeId = IdText(id),
            Kind = isFirst ? PostKind.Submission : PostKind.Comment,
            Community = "",
            Author = author?.ToString(CultureInfo.InvariantCulture),
            AuthorState = author is null ? AuthorStates.Deleted : AuthorStates.Named,
            IsBot = author < 0 || (post.Text("username") is { } name && BotAuthors.Contains(name)),
            CreatedMs = created,
            Score = Likes(post),
            Replies = isFirst ? post.Number("posts_count") - 1 : post.Number("reply_count"),
            State = state,
            Permalink = string.Create(CultureInfo.InvariantCulture, $"{address}t/-/{topic}/{place}"),
            Title = isFirst && PostState.HasText(state) ? post.Text("topic_title") ?? title ?? "" : isFirst ? "" : null,
            Body = PostState.HasText(state) ? HtmlText.Read(post.Text("cooked") ?? "", LeaveOut) : "",
        });
    }

    /// <summary>What is kept of a post that cannot be read.</summary>
    public static RejectedPost Reject(JsonElement post) => new(
        Encoding.UTF8.GetBytes(post.GetRawText()), "no id, topic, number or time",
        post.ValueKind == JsonValueKind.Object ? post.Instant("created_at") : null);

    public static string IdText(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Of a post that was deleted or hidden the forum shows a notice in its place.</summary>
    private static string StateOf(JsonElement post, long? author) =>
        post.Flag("user_deleted") ? PostState.DeletedByAuthor
        : post.Flag("hidden") || post.Text("deleted_at") is not null ? PostState.RemovedByModerator
        : author is null ? PostState.AccountGone
        : PostState.Live;

    private static long? Likes(JsonElement post)
    {
        if (!post.TryGetProperty("actions_summary", out var actions) || actions.ValueKind != JsonValueKind.Array)
            return null;
        return actions.EnumerateArray().Where(action => action.Number("id") == Like).Select(action => action.Number("count")).FirstOrDefault() ?? 0;
    }
}
