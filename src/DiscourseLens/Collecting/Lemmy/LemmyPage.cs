using System.Text.Json;

namespace DiscourseLens.Collecting.Lemmy;

/// <summary>One page of a list, newest first.</summary>
/// <param name="Posts">The posts or comments.</param>
/// <param name="Rejected">Those that could not be read.</param>
/// <param name="Next">Where the list goes on; null at its end, and for comments, which are counted off.</param>
internal sealed record LemmyPage(IReadOnlyList<LemmyPost> Posts, IReadOnlyList<RejectedPost> Rejected, string? Next)
{
    public int Shown => Posts.Count + Rejected.Count;

    public static LemmyPage OfPosts(JsonElement answer, string community) => Read(answer, "posts", "post", view => LemmyPost.FromPost(view, community));

    public static LemmyPage OfComments(JsonElement answer, string community) => Read(answer, "comments", "comment", view => LemmyPost.FromComment(view, community));

    /// <summary>Whether all but featured ones were written before an instant.</summary>
    public bool IsOlder(long ms) => Posts.Any(post => !post.IsFeatured) && Posts.All(post => post.IsFeatured || post.Post.CreatedMs < ms);

    private static LemmyPage Read(JsonElement answer, string list, string what, Func<JsonElement, LemmyPost?> read)
    {
        var posts = new List<LemmyPost>();
        var rejected = new List<RejectedPost>();
        foreach (var view in answer.GetProperty(list).EnumerateArray())
        {
            if (read(view) is { } post)
                posts.Add(post);
            else
                rejected.Add(LemmyPost.Reject(view, what));
        }

        return new(posts, rejected, answer.Text("next_page"));
    }
}
