namespace DiscourseLens.Trends.Figures;

/// <summary>Something drawn.</summary>
public abstract record FigureShape;

/// <summary>A point.</summary>
/// <param name="X">From the left.</param>
/// <param name="Y">From the top.</param>
public readonly record struct FigurePoint(double X, double Y);

/// <summary>A line through points.</summary>
/// <param name="Points">Two or more.</param>
/// <param name="Color">Six hex digits behind #.</param>
/// <param name="Width">Width.</param>
/// <param name="Opacity">0 to 1.</param>
/// <param name="Dashed">Whether it is broken into dashes.</param>
public sealed record FigureLine(IReadOnlyList<FigurePoint> Points, string Color, double Width, double Opacity = 1, bool Dashed = false) : FigureShape;

/// <summary>A filled area.</summary>
/// <param name="Points">Its corners, three or more.</param>
/// <param name="Color">Six hex digits behind #.</param>
/// <param name="Opacity">0 to 1.</param>
public sealed record FigureArea(IReadOnlyList<FigurePoint> Points, string Color, double Opacity) : FigureShape;

/// <summary>A dot, hollow or full.</summary>
/// <param name="Center">Its center.</param>
/// <param name="Radius">Its radius.</param>
/// <param name="Color">Six hex digits behind #.</param>
/// <param name="Hollow">Whether only its edge is drawn, over white.</param>
/// <param name="Opacity">0 to 1.</param>
public sealed record FigureDot(FigurePoint Center, double Radius, string Color, bool Hollow, double Opacity) : FigureShape;

/// <summary>A line of text.</summary>
/// <param name="At">Where its base line starts, is centered, or ends.</param>
/// <param name="Text">The text, plain.</param>
/// <param name="Size">Size of the letters.</param>
/// <param name="Color">Six hex digits behind #.</param>
/// <param name="Anchor">What <paramref name="At"/> is.</param>
/// <param name="Bold">Whether it is heavy.</param>
public sealed record FigureText(
    FigurePoint At, string Text, double Size, string Color, FigureAnchor Anchor = FigureAnchor.Start, bool Bold = false) : FigureShape;

/// <summary>Shapes that stand for one thing.</summary>
/// <param name="Data">What it is, as names and printed values.</param>
/// <param name="Title">What it says when pointed at, or null.</param>
/// <param name="Shapes">What is drawn; nothing where the thing leaves a gap.</param>
public sealed record FigureGroup(
    IReadOnlyList<KeyValuePair<string, string>> Data, string? Title, IReadOnlyList<FigureShape> Shapes) : FigureShape;
