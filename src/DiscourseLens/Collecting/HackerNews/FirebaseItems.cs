using System.Globalization;
using System.Text.Json;
using DiscourseLens.Collecting.Politeness;

namespace DiscourseLens.Collecting.HackerNews;

/// <summary>The item service: every id there is, deleted and dead ones too; <c>null</c> for one that is not there yet.</summary>
internal sealed class FirebaseItems(SourceClient client, Uri root)
{
    /// <summary>The highest id there is.</summary>
    public Task<long> NewestAsync(CancellationToken cancellationToken) =>
        client.ReadJsonAsync($"{root}maxitem.json", answer => answer.GetInt64(), null, cancellationToken);

    /// <summary>An item.</summary>
    public Task<FirebaseItem> ReadAsync(string id, string community, CancellationToken cancellationToken) =>
        client.ReadJsonAsync(
            string.Create(CultureInfo.InvariantCulture, $"{root}item/{Uri.EscapeDataString(id)}.json"),
            answer => Read(answer, community), null, cancellationToken);

    private static FirebaseItem Read(JsonElement answer, string community) => answer.ValueKind switch
    {
        JsonValueKind.Null => new(false, null),
        JsonValueKind.Object when answer.TryGetProperty("id", out _) => new(true, HackerNewsPost.FromItem(answer, community)),
        _ => throw new FormatException("no item"),
    };
}

/// <summary>What stands under an id.</summary>
/// <param name="IsThere">Whether anything does.</param>
/// <param name="Post">The post; null for what is none.</param>
internal sealed record FirebaseItem(bool IsThere, FetchedPost? Post);
