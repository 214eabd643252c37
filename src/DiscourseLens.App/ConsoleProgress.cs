using System.Diagnostics;
using Spectre.Console;

namespace DiscourseLens.App;

/// <summary>A line of progress on standard error: redrawn in place on a terminal, every few seconds elsewhere.</summary>
internal sealed class ConsoleProgress<T>(Func<T, TimeSpan, string> format) : IProgress<T>, IDisposable
{
    private static readonly TimeSpan s_redraw = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan s_line = TimeSpan.FromSeconds(3);

    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
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
            var fitted = text.Length < _console.Profile.Width ? text : text[..Math.Max(0, _console.Profile.Width - 1)];
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
