using System.Diagnostics;

namespace DiscourseLens.App;

/// <summary>A line of progress on standard error: redrawn in place on a terminal, every few seconds elsewhere.</summary>
internal sealed class ConsoleProgress<T>(Func<T, TimeSpan, string> format) : IProgress<T>, IDisposable
{
    private static readonly TimeSpan s_redraw = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan s_line = TimeSpan.FromSeconds(3);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly bool _terminal = !Console.IsErrorRedirected;
    private TimeSpan _last;
    private int _width;

    public void Report(T value)
    {
        var now = _clock.Elapsed;
        if (now - _last < (_terminal ? s_redraw : s_line))
            return;
        _last = now;
        var text = format(value, now);
        if (_terminal)
        {
            var room = Math.Max(1, Console.WindowWidth - 1);
            var fitted = text.Length < room ? text : text[..room];
            Console.Error.Write($"\r{fitted.PadRight(_width)}");
            _width = fitted.Length;
        }
        else
        {
            Console.Error.WriteLine(text);
        }
    }

    public void Dispose()
    {
        if (_width > 0)
            Console.Error.Write($"\r{new string(' ', _width)}\r");
    }
}
