using System.Text;
using DiscourseLens.Scoring.Sentiment;

namespace DiscourseLens.Benchmarks;

/// <summary>Rounds of our own scorer, in this process, on one thread.</summary>
internal sealed class OwnRounds(IReadOnlyList<string> texts)
{
    private const int TextsBetweenLooks = 256;

    private readonly VaderScorer _scorer = new();
    private readonly byte[][] _utf8 = [.. texts.Select(Encoding.UTF8.GetBytes)];
    private int _at;

    /// <summary>Scores for about so many CPU seconds.</summary>
    public Round Run(double seconds)
    {
        long count = 0, bytes = 0;
        var start = Environment.CpuUsage.TotalTime;
        double used;
        do
        {
            for (var i = 0; i < TextsBetweenLooks; i++)
            {
                var text = _utf8[_at];
                _scorer.Score(text);
                bytes += text.Length;
                _at = _at + 1 < _utf8.Length ? _at + 1 : 0;
            }

            count += TextsBetweenLooks;
            used = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        }
        while (used < seconds);
        return new Round(count, bytes, used);
    }
}
