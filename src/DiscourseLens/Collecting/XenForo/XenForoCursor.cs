using System.Text.Json;

namespace DiscourseLens.Collecting.XenForo;

/// <summary>How far a board was read.</summary>
/// <param name="Page">Page of the list.</param>
/// <param name="SinceMs">Threads answered since are read.</param>
/// <param name="SweepMs">When this sweep over the list began.</param>
/// <param name="Found">Whether it found a thread to read.</param>
/// <param name="Done">Threads read in this window.</param>
/// <param name="Thread">The thread under way; null for none.</param>
/// <param name="ThreadPage">Its page to go on with.</param>
internal sealed record XenForoCursor(
    int Page, long SinceMs, long SweepMs, bool Found, IReadOnlyList<long> Done, long? Thread, int ThreadPage)
{
    public static XenForoCursor Parse(string? text, long sinceMs, long nowMs) =>
        (text is null ? null : JsonSerializer.Deserialize<XenForoCursor>(text)) ?? new(1, sinceMs, nowMs, false, [], null, 0);

    public string Format() => JsonSerializer.Serialize(this);
}
