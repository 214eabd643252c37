using System.Net;
using System.Text.Json;
using DiscourseLens.Collecting.Politeness;

namespace DiscourseLens.Collecting.Lemmy;

/// <summary>An instance's interface, version 3, as everybody may use it.</summary>
internal sealed class LemmyApi(LemmyOptions options, SourceClient client, TimeProvider time)
{
    /// <summary>Entries a page; more are refused.</summary>
    public const int Limit = 50;

    private static readonly TimeSpan s_pause = TimeSpan.FromMinutes(1);
    private readonly Spacing _spacing = new(time);

    /// <summary>Asks how many requests the instance allows, and keeps to it from here on.</summary>
    /// <returns>Its name.</returns>
    public async Task<string> GreetAsync(CancellationToken cancellationToken)
    {
        var (name, apart) = await GetAsync("site", ReadSite, null, cancellationToken).ConfigureAwait(false);
        _spacing.Apart = apart;
        return name;
    }

    /// <summary>Posts of a community from the newest on, or from where an earlier page ended; null when nothing is there any more.</summary>
    public Task<LemmyPage?> PostsAsync(string name, string community, string? cursor, CancellationToken cancellationToken) => OrNullAsync(
        GetAsync<LemmyPage?>(
            $"post/list?type_=All&sort=New&limit={Limit}&show_nsfw=true&community_name={Uri.EscapeDataString(name)}{(cursor is null ? "" : $"&page_cursor={Uri.EscapeDataString(cursor)}")}",
            answer => LemmyPage.OfPosts(answer, community), cursor is null ? null : Missing, cancellationToken));

    /// <summary>Comments of a community from the newest on, counted off by pages.</summary>
    public Task<LemmyPage> CommentsAsync(string name, string community, int page, int limit, CancellationToken cancellationToken) => GetAsync(
        FormattableString.Invariant($"comment/list?type_=All&sort=New&limit={limit}&page={page}&community_name={Uri.EscapeDataString(name)}"),
        answer => LemmyPage.OfComments(answer, community), null, cancellationToken);

    /// <summary>A comment by number; null when it is gone.</summary>
    public Task<LemmyPost?> CommentAsync(long number, CancellationToken cancellationToken) => OneAsync(
        FormattableString.Invariant($"comment?id={number}"), answer => LemmyPost.FromComment(answer.GetProperty("comment_view"), ""), cancellationToken);

    /// <summary>A post or comment by its address; null when it is gone.</summary>
    public Task<LemmyPost?> FindAsync(string address, CancellationToken cancellationToken) => OneAsync(
        $"resolve_object?q={Uri.EscapeDataString(address)}",
        answer => answer.TryGetProperty("comment", out var comment) ? LemmyPost.FromComment(comment, CommunityOf(comment))
            : answer.TryGetProperty("post", out var post) ? LemmyPost.FromPost(post, CommunityOf(post))
            : null,
        cancellationToken);

    /// <summary>The name of a community over the whole federation.</summary>
    public string NameOf(string community) => community.Contains('@', StringComparison.Ordinal) ? community : $"{community}@{options.Address.Host}";

    private static string CommunityOf(JsonElement view)
    {
        var community = view.GetProperty("community");
        return $"{community.GetProperty("name").GetString()}@{new Uri(community.GetProperty("actor_id").GetString()!).Host}"; // it has one
    }

    private Task<LemmyPost?> OneAsync(string path, Func<JsonElement, LemmyPost?> read, CancellationToken cancellationToken) =>
        OrNullAsync(GetAsync(path, read, Missing, cancellationToken));

    private static async Task<T?> OrNullAsync<T>(Task<T?> task) where T : class
    {
        try
        {
            return await task.ConfigureAwait(false);
        }
        catch (MissingException)
        {
            return null;
        }
    }

    private Task<T> GetAsync<T>(string path, Func<JsonElement, T> read, Func<MissingException>? missing, CancellationToken cancellationToken) =>
        _spacing.RunAsync(
            () => client.ReadJsonAsync($"{options.Address}api/v3/{path}", read, answer => Judge(answer, missing), cancellationToken), cancellationToken);

    private static MissingException Missing() => new();

    /// <summary>Everything that goes wrong comes as 400 with a word, too many requests too.</summary>
    private SourceException? Judge(SourceAnswer answer, Func<MissingException>? missing)
    {
        if (answer.Status is not (HttpStatusCode.BadRequest or HttpStatusCode.NotFound) || answer.IsPage || WordOf(answer) is not { } word)
            return null;
        if (word == "rate_limit_error")
            return new RateLimitedException(time.GetUtcNow() + s_pause, $"{answer.Address} has had too many requests; collecting from it goes on in a minute.");
        if (missing is not null)
            return missing();
        return word.Contains("community", StringComparison.Ordinal)
            ? new PlaceUnavailableException($"{options.Address.Host} does not know the community; write it as name@host, and see that the instance follows it.")
            : null;
    }

    private static string? WordOf(SourceAnswer answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer.Body);
            return document.RootElement.Text("error");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static (string Name, TimeSpan Apart) ReadSite(JsonElement answer)
    {
        var view = answer.GetProperty("site_view");
        var name = view.GetProperty("site").Text("name") ?? "";
        var limit = view.Field("local_site_rate_limit");
        return limit?.Number("message") is > 0 and var requests && limit?.Number("message_per_second") is > 0 and var seconds
            ? (name, TimeSpan.FromSeconds((double)seconds / requests))
            : (name, TimeSpan.Zero);
    }

    private sealed class MissingException() : SourceException("it is gone");
}
