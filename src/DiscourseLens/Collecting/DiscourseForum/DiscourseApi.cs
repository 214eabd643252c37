using System.Net;
using System.Text.Json;
using DiscourseLens.Collecting.Politeness;

namespace DiscourseLens.Collecting.DiscourseForum;

/// <summary>The forum's pages as JSON.</summary>
internal sealed class DiscourseApi(DiscourseOptions options, SourceClient client)
{
    /// <summary>Ids asked for at once: what the forum's own page does.</summary>
    public const int MostIds = 20;

    /// <summary>The newest posts of the whole forum with lower ids than one, newest first.</summary>
    public Task<DiscoursePosts> LatestAsync(long? before, CancellationToken cancellationToken) => GetAsync(
        before is null ? "posts.json" : Text($"posts.json?before={before}"),
        answer => DiscoursePosts.Read(answer.GetProperty("latest_posts"), options.Address, null), cancellationToken);

    /// <summary>A page of topics, the last active first.</summary>
    public Task<DiscourseTopics> TopicsAsync(string? category, int page, long sinceMs, CancellationToken cancellationToken) => GetAsync(
        Text($"{(category is null ? "latest" : $"c/{category}")}.json?order=activity&no_definitions=true&page={page}"),
        answer => DiscourseTopics.Read(answer, sinceMs), cancellationToken);

    /// <summary>A topic with its first posts, or with those around a number; null when it is gone.</summary>
    public Task<DiscourseTopic?> TopicAsync(long id, long? around, CancellationToken cancellationToken) => GetOrGoneAsync(
        around is null ? Text($"t/{id}.json") : Text($"t/{id}/{around}.json"), answer => DiscourseTopic.Read(answer, options.Address), cancellationToken);

    /// <summary>Posts of a topic by id; those that are gone are left out. Null when the topic is gone.</summary>
    public Task<DiscoursePosts?> PostsAsync(DiscourseTopic topic, IEnumerable<long> ids, CancellationToken cancellationToken) => GetOrGoneAsync(
        Text($"t/{topic.Id}/posts.json?{string.Join('&', ids.Select(id => Text($"post_ids[]={id}")))}"),
        answer => DiscoursePosts.Read(answer.GetProperty("post_stream").GetProperty("posts"), options.Address, topic.Title), cancellationToken);

    /// <summary>A post by id; null when it is gone.</summary>
    public Task<DiscoursePost?> PostAsync(string id, CancellationToken cancellationToken) => GetOrGoneAsync(
        $"posts/{Uri.EscapeDataString(id)}.json",
        answer => DiscoursePost.Read(answer, options.Address, null) ?? throw new FormatException("no post"), cancellationToken);

    /// <summary>Every category that everybody can see, with the one above it.</summary>
    public Task<IReadOnlyDictionary<long, long?>> CategoriesAsync(CancellationToken cancellationToken) => GetAsync<IReadOnlyDictionary<long, long?>>(
        "site.json",
        answer => answer.GetProperty("categories").EnumerateArray()
            .ToDictionary(category => category.GetProperty("id").GetInt64(), category => category.Number("parent_category_id")),
        cancellationToken);

    private async Task<T?> GetOrGoneAsync<T>(string path, Func<JsonElement, T> read, CancellationToken cancellationToken) where T : class
    {
        try
        {
            return await client.ReadJsonAsync(() => Request(path), read, Judge, cancellationToken).ConfigureAwait(false);
        }
        catch (GoneException)
        {
            return null;
        }
    }

    private Task<T> GetAsync<T>(string path, Func<JsonElement, T> read, CancellationToken cancellationToken) =>
        client.ReadJsonAsync(() => Request(path), read, null, cancellationToken);

    private HttpRequestMessage Request(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(options.Address, path));
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        if (options.ApiKey.Length > 0 && options.ApiUser.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Api-Key", options.ApiKey);
            request.Headers.TryAddWithoutValidation("Api-Username", options.ApiUser);
        }
        else if (options.ApiKey.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("User-Api-Key", options.ApiKey);
        }

        return request;
    }

    /// <summary>A topic or post that was deleted, or moved where only members see it, is no trouble with the forum.</summary>
    private static GoneException? Judge(SourceAnswer answer) => answer.Status switch
    {
        HttpStatusCode.NotFound or HttpStatusCode.Gone when !answer.IsPage => new GoneException(),
        HttpStatusCode.Forbidden when answer.Body.Span.IndexOf("\"invalid_access\""u8) >= 0 => new GoneException(),
        _ => null,
    };

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    private sealed class GoneException() : SourceException("it is gone");
}
