using System.Text.Json;
using DiscourseLens.Collecting.Politeness;

namespace DiscourseLens.Collecting.Feeds;

/// <summary>What is remembered of a feed between readings.</summary>
/// <param name="Validator">Names the version last read, where that was read to its newest entry.</param>
/// <param name="NewestMs">When the newest entry came out that was taken in; 0 before the first.</param>
/// <param name="Newest">The newest entries taken in: one of them must be seen again, or some in between went unseen.</param>
/// <param name="Undated">Entries without a date, and when they were first seen.</param>
internal sealed record FeedMemory(Validator? Validator, long NewestMs, IReadOnlyList<string> Newest, IReadOnlyDictionary<string, long> Undated)
{
    private static readonly FeedMemory s_none = new(null, 0, [], new Dictionary<string, long>());

    public static FeedMemory Parse(string? text) => (text is null ? null : JsonSerializer.Deserialize<FeedMemory>(text)) ?? s_none;

    public string Format() => JsonSerializer.Serialize(this);
}
