using System.Globalization;
using System.Text.Json;
using DiscourseLens.Collecting.Politeness;

namespace DiscourseLens.Collecting.HackerNews;

/// <summary>The search index, asked for stretches of time. It shows at most 1,000 posts an answer and drops the rest in silence.</summary>
internal sealed class AlgoliaSearch(SourceClient client, Uri root)
{
    public const int Most = 1000;

    /// <summary>Posts written in the seconds <c>[from, until)</c>, newest first.</summary>
    public Task<AlgoliaAnswer> ReadAsync(string query, long from, long until, string community, CancellationToken cancellationToken)
    {
        var address = string.Create(CultureInfo.InvariantCulture,
            $"{root}search_by_date?query={Uri.EscapeDataString(query)}&tags=(story,poll,comment)&numericFilters=created_at_i%3E%3D{from},created_at_i%3C{until}&hitsPerPage={Most}&page=0&typoTolerance=false&attributesToHighlight=&attributesToSnippet=");
        return client.ReadJsonAsync(address, answer => Read(answer, community), null, cancellationToken);
    }

    private static AlgoliaAnswer Read(JsonElement answer, string community)
    {
        var posts = new List<FetchedPost>();
        var rejected = new List<RejectedPost>();
        var hits = answer.GetProperty("hits");
        foreach (var hit in hits.EnumerateArray())
        {
            if (HackerNewsPost.FromHit(hit, community) is { } post)
                posts.Add(post);
            else
                rejected.Add(HackerNewsPost.Reject(hit, "created_at_i"));
        }

        return new(posts, rejected, answer.GetProperty("nbHits").GetInt64());
    }
}

/// <summary>One answer of the index.</summary>
/// <param name="Posts">The posts shown.</param>
/// <param name="Rejected">Hits that could not be read.</param>
/// <param name="Total">How many there are, as the index says.</param>
internal sealed record AlgoliaAnswer(IReadOnlyList<FetchedPost> Posts, IReadOnlyList<RejectedPost> Rejected, long Total)
{
    public int Shown => Posts.Count + Rejected.Count;

    /// <summary>Whether there are more than are shown.</summary>
    public bool IsCut => Shown >= AlgoliaSearch.Most || Shown < Total;

    /// <summary>Ids of the posts shown.</summary>
    public IReadOnlySet<long> Ids { get; } = Posts
        .Select(post => long.TryParse(post.NativeId, CultureInfo.InvariantCulture, out var id) ? id : 0).ToHashSet();

    public long HighestId => Ids.Count == 0 ? 0 : Ids.Max();
}
