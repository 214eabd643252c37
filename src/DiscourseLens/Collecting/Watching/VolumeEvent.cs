using System.Globalization;

namespace DiscourseLens.Collecting.Watching;

/// <summary>A place began to bring unusually few or many posts, or is back to normal.</summary>
/// <param name="Place">The place.</param>
/// <param name="Day">The UTC day.</param>
/// <param name="Direction">Too few, too many, or as usual again.</param>
/// <param name="Posts">Posts of the day.</param>
/// <param name="Usual">Posts of a usual day.</param>
public sealed record VolumeEvent(string Place, DateOnly Day, VolumeDirection Direction, long Posts, double Usual)
{
    /// <summary>A sentence.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Place} {Words} {Day:yyyy-MM-dd}: {Posts:N0}, where {Usual:0.#} are usual.");

    private string Words => Direction switch
    {
        VolumeDirection.Low => "brought unusually few posts on",
        VolumeDirection.High => "brought unusually many posts on",
        _ => "is back to normal since",
    };
}
