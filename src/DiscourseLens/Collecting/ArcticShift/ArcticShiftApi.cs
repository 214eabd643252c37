using System.Globalization;
using System.Text.Json;
using DiscourseLens.Collecting.Politeness;

namespace DiscourseLens.Collecting.ArcticShift;

/// <summary>The archive's interface: searches by community and time, and look-ups by id.</summary>
internal sealed class ArcticShiftApi(SourceClient client, Uri root)
{
    /// <summary>Rows a search shows.</summary>
    public const int Limit = 100;

    /// <summary>Rows a search shows that leaves the number to the archive, at most.</summary>
    public const int LargestLimit = 1000;

    /// <summary>Ids a look-up takes.</summary>
    public const int MostIds = 500;

    /// <summary>
    /// The first posts of a community after a second, in order of time. Whether the archive counts the bounds in is not
    /// documented: ask for a second more than is needed.
    /// </summary>
    /// <exception cref="QueryTimedOutException">The archive took too long over it.</exception>
    public Task<ArcticAnswer> SearchAsync(
        PostKind kind, string community, long after, long before, bool isLarge, CancellationToken cancellationToken)
    {
        var limit = isLarge ? "auto" : Limit.ToString(CultureInfo.InvariantCulture);
        return GetAsync(kind, string.Create(CultureInfo.InvariantCulture,
            $"search?subreddit={Uri.EscapeDataString(community)}&after={after}&before={before}&sort=asc&limit={limit}"), cancellationToken);
    }

    /// <summary>The newest post of a community.</summary>
    public Task<ArcticAnswer> NewestAsync(string community, CancellationToken cancellationToken) =>
        GetAsync(PostKind.Submission, $"search?subreddit={Uri.EscapeDataString(community)}&sort=desc&limit=1", cancellationToken);

    /// <summary>Posts by id; what is not there is left out.</summary>
    public Task<ArcticAnswer> LookUpAsync(PostKind kind, IEnumerable<string> ids, CancellationToken cancellationToken) =>
        GetAsync(kind, $"ids?ids={Uri.EscapeDataString(string.Join(',', ids))}", cancellationToken);

    private Task<ArcticAnswer> GetAsync(PostKind kind, string query, CancellationToken cancellationToken) => client.ReadJsonAsync(
        $"{root}api/{(kind == PostKind.Comment ? "comments" : "posts")}/{query}", answer => ArcticAnswer.Read(answer, kind), Judge, cancellationToken);

    private static QueryTimedOutException? Judge(SourceAnswer answer) =>
        ErrorOf(answer) is { } error && (error.Contains("timed out", StringComparison.OrdinalIgnoreCase) || error.Contains("timeout", StringComparison.OrdinalIgnoreCase))
            ? new QueryTimedOutException($"{answer.Address} took too long over a query; it is tried again later.")
            : null;

    /// <summary>What the archive says went wrong; it may say so with any status.</summary>
    private static string? ErrorOf(SourceAnswer answer)
    {
        const int LongestError = 4096;
        if (answer.Body.Length > LongestError || answer.IsPage)
            return null;
        try
        {
            using var document = JsonDocument.Parse(answer.Body);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("error", out var error)
                && error.ValueKind == JsonValueKind.String ? error.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The archive gave up on a query; a shorter stretch of time may do.</summary>
internal sealed class QueryTimedOutException(string message) : SourceException(message);

/// <summary>Rows of one answer.</summary>
/// <param name="Posts">The posts.</param>
/// <param name="Rejected">Rows that could not be read.</param>
internal sealed record ArcticAnswer(IReadOnlyList<FetchedPost> Posts, IReadOnlyList<RejectedPost> Rejected)
{
    public int Shown => Posts.Count + Rejected.Count;

    /// <summary>The last second of which something is shown; null where nothing with a time is.</summary>
    public long? LastSecond => Posts.Select(post => (long?)post.CreatedMs).Concat(Rejected.Select(reject => reject.CreatedMs)).Max() / 1000;

    public static ArcticAnswer Read(JsonElement answer, PostKind kind)
    {
        var posts = new List<FetchedPost>();
        var rejected = new List<RejectedPost>();
        foreach (var row in answer.GetProperty("data").EnumerateArray())
            ArcticPost.Read(row, kind, posts, rejected);
        return new(posts, rejected);
    }
}
