using System.ComponentModel.DataAnnotations;

namespace Huanxin.Web.Communities;

/// <summary>A date as vague as people know it: a day, a month, a year or from one to another.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class VagueDateAttribute(string label) : ValidationAttribute
{
    public string Label { get; } = label;

    protected override ValidationResult? IsValid(object? value, ValidationContext context) => SpanText.IsUnreadable(value as string)
        ? new ValidationResult(
            $"“{Label}”应为年份或日期，例如 1998、1998-06、1998-06-30 或 1990~1999；现在是“{value}”。", [context.MemberName!])
        : ValidationResult.Success;
}
