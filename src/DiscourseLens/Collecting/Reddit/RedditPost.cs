using System.Text;
using System.Text.Json;
using DiscourseLens.Collecting.Archives;

namespace DiscourseLens.Collecting.Reddit;

/// <summary>
/// Posts as the interface writes them. They are read by the archives' own reader, so that one post gives one text whatever
/// the way it came.
/// </summary>
internal static class RedditPost
{
    /// <summary>Adds a thing to a page: a post, a reject, or nothing where it is no post of anybody's.</summary>
    public static void Read(JsonElement thing, List<FetchedPost> posts, List<RejectedPost> rejected)
    {
        if (KindOf(thing) is not ("t1" or "t3") || !thing.TryGetProperty("data", out var data) || IsPromoted(data))
            return;
        var bytes = Encoding.UTF8.GetBytes(data.GetRawText());
        var line = new PushshiftLine();
        if (PushshiftReader.TryRead(bytes, line) is { } reason)
            rejected.Add(new RejectedPost(bytes, reason, line.CreatedMs, KindOf(thing) == "t1" ? PostKind.Comment : PostKind.Submission));
        else
            posts.Add(Post(line, bytes));
    }

    /// <summary>The type of a thing: <c>t1</c>, <c>t3</c>, <c>more</c> and so on; null for what is none.</summary>
    public static string? KindOf(JsonElement thing) =>
        thing.ValueKind == JsonValueKind.Object && thing.TryGetProperty("kind", out var kind) && kind.ValueKind == JsonValueKind.String
            ? kind.GetString()
            : null;

    /// <summary>A post from a line that was read without a fault.</summary>
    public static FetchedPost Post(PushshiftLine line, byte[] bytes)
    {
        var text = PushshiftText.Decode(line, bytes);
        return new FetchedPost
        {
            NativeId = line.NativeId(bytes),
            Kind = line.Kind,
            Community = line.Community.IsPresent ? line.Community.Decode(bytes) : "",
            ThreadId = line.ThreadId(bytes),
            ParentId = line.Parent(bytes),
            Author = text.Author,
            AuthorState = text.AuthorState,
            IsBot = text.Author is not null && BotAuthors.Contains(text.Author),
            CreatedMs = line.CreatedMs!.Value, // or it was rejected
            Score = line.Score,
            Replies = line.Replies,
            State = text.State,
            Permalink = line.PublicPermalink(bytes),
            Title = text.Title,
            Body = text.Body,
        };
    }

    private static bool IsPromoted(JsonElement data) =>
        data.TryGetProperty("promoted", out var promoted) && promoted.ValueKind == JsonValueKind.True;
}
