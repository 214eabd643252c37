using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DiscourseLens.Collecting.Lemmy;

/// <summary>
/// A post or comment as an instance shows it. Its number is the instance's own; what names it everywhere is its address.
/// </summary>
/// <param name="Number">Its number at the instance.</param>
/// <param name="Parent">Number of the comment it answers; null for what answers the post.</param>
/// <param name="IsFeatured">Whether it stands above the list, whatever its age.</param>
/// <param name="Post">The post, without parent where <paramref name="Parent"/> names one.</param>
internal sealed record LemmyPost(long Number, long? Parent, bool IsFeatured, FetchedPost Post)
{
    /// <summary>Reads a post with what comes around it; null when it cannot be read.</summary>
    public static LemmyPost? FromPost(JsonElement view, string community) => Read(view, "post", community, PostKind.Submission);

    /// <summary>Reads a comment with what comes around it; null when it cannot be read.</summary>
    public static LemmyPost? FromComment(JsonElement view, string community) => Read(view, "comment", community, PostKind.Comment);

    /// <summary>What is kept of something that cannot be read.</summary>
    public static RejectedPost Reject(JsonElement view, string what) => new(
        Encoding.UTF8.GetBytes(view.GetRawText()), "no number, address or time", view.Field(what)?.Instant("published"),
        what == "post" ? PostKind.Submission : PostKind.Comment);

    private static LemmyPost? Read(JsonElement view, string what, string community, PostKind kind)
    {
        if (view.Field(what) is not { } post || post.Number("id") is not { } id || post.Text("ap_id") is not { } address || post.Instant("published") is not { } created)
            return null;
        var thread = kind == PostKind.Submission ? address : view.Field("post")?.Text("ap_id");
        var parent = kind == PostKind.Submission ? null : ParentOf(post.Text("path"));
        var creator = view.GetProperty("creator");
        var isGone = creator.Flag("deleted");
        var state = post.Flag("deleted") ? PostState.DeletedByAuthor
            : post.Flag("removed") ? PostState.RemovedByModerator
            : isGone ? PostState.AccountGone
            : PostState.Live;
        var counts = view.Field("counts");
        return new(id, parent, post.Flag("featured_community") || post.Flag("featured_local"), new FetchedPost
        {
            NativeId = address,
            Kind = kind,
            Community = community,
            ThreadId = thread,
            ParentId = kind == PostKind.Submission || parent is not null ? null : thread,
            Author = isGone ? null : creator.Text("actor_id"),
            AuthorState = isGone ? AuthorStates.Deleted : AuthorStates.Named,
            IsBot = creator.Flag("bot_account") || (creator.Text("name") is { } name && BotAuthors.Contains(name)),
            CreatedMs = created,
            Score = counts?.Number("score"),
            Replies = counts?.Number(kind == PostKind.Submission ? "comments" : "child_count"),
            State = state,
            Permalink = address,
            Title = kind == PostKind.Submission ? PostState.HasText(state) ? post.Text("name") ?? "" : "" : null,
            Body = PostState.HasText(state) ? post.Text(kind == PostKind.Submission ? "body" : "content") ?? "" : "",
        });
    }

    /// <summary>A path leads from 0 over all comments above to the comment itself.</summary>
    private static long? ParentOf(string? path) =>
        path?.Split('.') is { Length: > 2 } steps && long.TryParse(steps[^2], NumberStyles.None, CultureInfo.InvariantCulture, out var parent) && parent > 0
            ? parent
            : null;
}
