namespace DiscourseLens.Trends.Figures;

/// <summary>Colors and sizes of figures: those of the page in its light theme, on white.</summary>
internal static class Ink
{
    public const string Paper = "#ffffff";
    public const string Text = "#1c2229";
    public const string Muted = "#56606a";
    public const string Line = "#e4e0d8";
    public const string Edge = "#8b939b";
    public const string Accent = "#14608f";
    public const string Coverage = "#5f8f7b";
    public const string Empty = "#efece5";
    public const string Warn = "#8a3b00";

    public const int Dash = 3;

    public const double Small = 11;
    public const double Normal = 13;
    public const double Large = 20;
}
