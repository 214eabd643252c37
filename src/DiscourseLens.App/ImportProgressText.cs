using System.Globalization;
using DiscourseLens.Collecting;

namespace DiscourseLens.App;

/// <summary>The progress line of an import: bar, share, speed, time left.</summary>
internal static class ImportProgressText
{
    private const int BarWidth = 24;

    public static string Of(ImportProgress progress, TimeSpan elapsed)
    {
        var share = progress.CompressedTotal == 0 ? 1 : Math.Min(1, (double)progress.CompressedDone / progress.CompressedTotal);
        var seconds = Math.Max(elapsed.TotalSeconds, 0.001);
        var left = share > 0 ? TimeSpan.FromSeconds(seconds / share * (1 - share)) : TimeSpan.Zero;
        var filled = (int)(share * BarWidth);
        return string.Create(CultureInfo.InvariantCulture,
            $"[{new string('#', filled)}{new string('.', BarWidth - filled)}] {share,4:P0} {progress.Decoded / 1e6 / seconds:N0} MB/s {progress.Posts / seconds:N0} posts/s, {left:hh\\:mm\\:ss} left, {progress.File}");
    }
}
