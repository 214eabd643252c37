using System.Text;
using System.Text.Json;
using DiscourseLens.Collecting.Archives;
using DiscourseLens.Collecting.Reddit;

namespace DiscourseLens.Collecting.ArcticShift;

/// <summary>Posts as the archive writes them: its dumps' own lines, so that one post gives one item whatever the way it came.</summary>
internal static class ArcticPost
{
    /// <summary>Adds a row to a page, as post or as reject.</summary>
    public static void Read(JsonElement row, PostKind kind, List<FetchedPost> posts, List<RejectedPost> rejected)
    {
        var bytes = Encoding.UTF8.GetBytes(row.GetRawText());
        var line = new PushshiftLine();
        if (PushshiftReader.TryRead(bytes, line) is { } reason)
            rejected.Add(new RejectedPost(bytes, reason, line.CreatedMs, kind));
        else
            posts.Add(Post(row, line, bytes));
    }

    private static FetchedPost Post(JsonElement row, PushshiftLine line, byte[] bytes)
    {
        // An archive that does not say when it looked must not overrule one who does.
        var post = RedditPost.Post(line, bytes) with { CapturedMs = line.CapturedMs ?? line.CreatedMs };
        return line.DeletedLater ? post with { IsDeletedLater = true, State = StateOf(row.GetProperty("_meta")) } : post;
    }

    private static string StateOf(JsonElement meta) =>
        (meta.TryGetProperty("removal_type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null) switch
        {
            null or "deleted" or "author" => PostState.DeletedByAuthor,
            "removed" or "moderator" or "automod_filtered" => PostState.RemovedByModerator,
            _ => PostState.RemovedByPlatform,
        };
}
