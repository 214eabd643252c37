using System.Text.Json;

namespace DiscourseLens.Collecting.DiscourseForum;

/// <summary>How far a window was read.</summary>
/// <param name="Highest">Highest id of the forum when it was begun.</param>
/// <param name="Before">Posts with ids from here on were read.</param>
/// <param name="Page">Page of topics to go on with; null while posts are read.</param>
internal sealed record DiscourseCursor(long Highest, long? Before, int? Page)
{
    public static DiscourseCursor Parse(string? text) =>
        (text is null ? null : JsonSerializer.Deserialize<DiscourseCursor>(text)) ?? new(0, null, null);

    public string Format() => JsonSerializer.Serialize(this);
}
