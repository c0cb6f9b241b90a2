// Every built-in element by its WXML name; another one is a template, a definition and a line here.
import type { ElementDefinition } from './base'
import { input, textarea } from './field'
import {
  button,
  checkbox,
  checkboxGroup,
  form,
  label,
  progress,
  radio,
  radioGroup,
  slider,
  switch_,
} from './form'
import { picker } from './picker'
import { pickerView, pickerViewColumn, scrollView, swiper, swiperItem } from './scroll'
import { canvas, image, navigator, pageMeta, richText, rootPortal, video } from './show'

export const elements: Readonly<Record<string, ElementDefinition>> = {
  image,
  button,
  input,
  textarea,
  form,
  label,
  'scroll-view': scrollView,
  swiper,
  'swiper-item': swiperItem,
  switch: switch_,
  checkbox,
  'checkbox-group': checkboxGroup,
  radio,
  'radio-group': radioGroup,
  slider,
  progress,
  'picker-view': pickerView,
  'picker-view-column': pickerViewColumn,
  picker,
  navigator,
  'rich-text': richText,
  'root-portal': rootPortal,
  'page-meta': pageMeta,
  canvas,
  video,
}
